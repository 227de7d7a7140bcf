package org.livercds.clinical.patient;

/** The segments of the liver as Couinaud numbers them. IVa and IVb are IV. */
public enum Segment {
    I,
    II,
    III,
    IV,
    V,
    VI,
    VII,
    VIII
}
