package org.livercds.codes;

import java.util.Locale;

/** The value sets of the service. Each stands in {@code fhir-profiles/valuesets/ValueSet-<id>.json}. */
public enum ConceptSet {
    HEPATOCELLULAR_CARCINOMA,
    PRIMARY_LIVER_CANCER,
    LIVER_CANCER_UNSPECIFIED,
    INTRAHEPATIC_CHOLANGIOCARCINOMA,
    HEPATOBLASTOMA,
    LIVER_SARCOMA,
    LIVER_METASTASES,
    LIVER_CANCER_SPREAD,
    LIVER_CANCER_RECURRENCE,
    LIVER_CANCER_HISTORY,
    EXTRAHEPATIC_METASTASES,
    MALIGNANCY,
    CIRRHOSIS,
    VIRAL_HEPATITIS,
    PORTAL_VEIN_THROMBOSIS,
    BENIGN_LIVER_LESION,
    TUMOR_SIZE,
    TUMOR_LONGEST_DIMENSION,
    TUMOR_OTHER_DIMENSION,
    ECOG,
    KARNOFSKY,
    CHILD_PUGH,
    CHILD_PUGH_A,
    CHILD_PUGH_B,
    CHILD_PUGH_C,
    TNM_M,
    TNM_M0,
    TNM_M1,
    BILIRUBIN,
    ALBUMIN,
    INR,
    PREGNANCY_STATUS,
    PREGNANT,
    LIVER_SEGMENT,
    LIVER_STRUCTURE,
    HEPATIC_VESSEL,
    OTHER_ORGAN,
    LIVER_ABLATION,
    LIVER_RESECTION,
    LIVER_TRANSPLANT,
    LIVER_EMBOLIZATION,
    ARTERY_EMBOLIZATION,
    LIVER_RADIOEMBOLIZATION,
    LIVER_RADIATION,
    RADIATION_THERAPY;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String file() {
        return "valuesets/ValueSet-" + id() + ".json";
    }
}
