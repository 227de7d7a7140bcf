package org.livercds.clinical.patient;

/** LI-RADS category of an observation. The ultrasound ones tell of screening, LR-TIV of tumour in a vein. */
public enum LiRads {
    US_1,
    US_2,
    US_3,
    LR_1,
    LR_2,
    LR_3,
    LR_4,
    LR_5,
    LR_M,
    LR_TIV;

    boolean isUltrasound() {
        return this == US_1 || this == US_2 || this == US_3;
    }
}
