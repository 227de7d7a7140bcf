package org.livercds.clinical.patient;

/** What disease of the liver the chart speaks of; it decides which rules run. */
public enum DiseaseKind {
    HEPATOCELLULAR_CARCINOMA("hepatocellularCarcinoma"),
    PRIMARY_LIVER_CANCER("primaryLiverCancer"),
    LIVER_METASTASES("liverMetastases"),
    /** Malignant, and nobody has said whether primary or secondary. */
    UNSPECIFIED("unspecified"),
    CHOLANGIOCARCINOMA("cholangiocarcinoma"),
    SARCOMA("sarcoma"),
    /** A cancer of childhood, or any of them in a child. */
    PEDIATRIC("pediatric"),
    SUSPECTED("suspected"),
    OTHER_CANCER_WITH_LIVER_LESION("otherCancerWithLiverLesion"),
    HISTORY("history"),
    AT_RISK("atRisk"),
    /** Both primary liver cancer and liver metastases are recorded. */
    CONFLICT("conflict"),
    NONE("none");

    private final String code;

    DiseaseKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean isPrimary() {
        return this == HEPATOCELLULAR_CARCINOMA || this == PRIMARY_LIVER_CANCER;
    }

    public boolean isMetastatic() {
        return this == LIVER_METASTASES;
    }

    /** Malignant and of a known kind, or nobody has said of which. */
    public boolean isCancer() {
        return isPrimary() || isMetastatic() || this == UNSPECIFIED || this == CONFLICT;
    }
}
