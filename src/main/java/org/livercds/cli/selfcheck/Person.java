package org.livercds.cli.selfcheck;

import java.util.UUID;

/** A patient that nobody has, by an id and a name that stand nowhere else. */
record Person(String id, String family) {

    private static final String ID = "selfcheck-patient-";
    private static final String FAMILY = "Zyxcanary";

    static Person fresh() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return new Person(ID + mark, FAMILY + mark);
    }

    /** Whether a text tells of any of them. */
    static boolean isNamedIn(String text) {
        return text.contains(ID) || text.contains(FAMILY);
    }

    boolean isIn(String text) {
        return text.contains(id) || text.contains(family);
    }
}
