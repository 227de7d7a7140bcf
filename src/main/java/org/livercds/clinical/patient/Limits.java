package org.livercds.clinical.patient;

/**
 * How old a result may be, in days; exactly so old is current. A choice of the project, not of the sources.
 *
 * @param active for active cancer and every kind that is neither at risk nor history
 * @param surveillance for an at-risk liver and a history of liver cancer
 * @param bleeding from where bleeding is a concern
 */
public record Limits(int active, int surveillance, Bleeding bleeding) {

    /** A pregnancy status holds 42 weeks. */
    static final int PREGNANCY = 42 * 7;

    public Limits {
        if (active < 1 || surveillance < 1) {
            throw new IllegalArgumentException("A limit is at least one day");
        }
    }

    public Limits(int active, int surveillance) {
        this(active, surveillance, Bleeding.STANDARD);
    }

    public static Limits standard() {
        return new Limits(90, 180);
    }

    int days(DiseaseKind kind) {
        return kind == DiseaseKind.AT_RISK || kind == DiseaseKind.HISTORY ? surveillance : active;
    }
}
