package org.livercds.bulkdata;

/** What the liver of a patient has. Of each thousand patients in a row each group has exactly its share. */
enum Group {
    NO_LIVER_DISEASE(915),
    OTHER_CANCER(5),
    AT_RISK(40),
    BENIGN_LESION(10),
    LIVER_CANCER(15),
    LIVER_METASTASES(15);

    static final int WHOLE = 1_000;

    private final int share;

    Group(int share) {
        this.share = share;
    }

    int share() {
        return share;
    }

    /** The first place of a thousand that is this group's. */
    int first() {
        int first = 0;
        for (Group before : values()) {
            if (before == this) {
                break;
            }
            first += before.share;
        }
        return first;
    }

    /** @param place from 0 to 999 */
    static Group at(int place) {
        int end = 0;
        for (Group group : values()) {
            end += group.share;
            if (place < end) {
                return group;
            }
        }
        throw new IllegalArgumentException("no place " + place);
    }
}
