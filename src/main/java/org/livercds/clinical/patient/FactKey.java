package org.livercds.clinical.patient;

import java.util.List;

/**
 * Names one fact that is recorded as dated results, and the type of its values.
 *
 * @param name the key for the words of the cards
 * @param part where its results are read from
 */
public record FactKey<T>(String name, Class<T> type, ChartPart part) {

    public static final FactKey<Detection> DETECTION = finding("detection-context", Detection.class);
    public static final FactKey<NumberRange> LESION_COUNT = finding("lesion-count", NumberRange.class);
    public static final FactKey<Judgement> LESION_LIST_COMPLETE = finding("lesion-list-complete", Judgement.class);
    public static final FactKey<Judgement> LESIONS_INNUMERABLE = finding("lesions-innumerable", Judgement.class);
    /** Can all of the disease be removed. */
    public static final FactKey<Judgement> RESECTABLE = finding("resectability", Judgement.class);

    public static final FactKey<Judgement> FIT = finding("surgical-fitness", Judgement.class);
    public static final FactKey<Judgement> ABLATION_FEASIBLE = finding("ablation-feasibility", Judgement.class);
    /** The disease grows in spite of chemotherapy. */
    public static final FactKey<Judgement> REFRACTORY = finding("chemotherapy-response", Judgement.class);

    public static final FactKey<Judgement> EXTRAHEPATIC = finding("extrahepatic-disease", Judgement.class);
    /** That spread can be removed or treated. */
    public static final FactKey<Judgement> EXTRAHEPATIC_TREATABLE = finding("extrahepatic-treatable", Judgement.class);

    /** What a resection would leave of the liver is enough. */
    public static final FactKey<Judgement> REMNANT_ADEQUATE = finding("remnant-adequacy", Judgement.class);

    /** Tumours on both sides of the liver. */
    public static final FactKey<Judgement> BILOBAR = finding("bilobar-involvement", Judgement.class);

    /** Near a bile duct or a large vessel, said of the disease. */
    public static final FactKey<Judgement> NEAR_DUCT_OR_VESSEL = finding("near-duct-or-vessel", Judgement.class);

    /** The same, said of one lesion. */
    public static final FactKey<Judgement> LESION_NEAR_DUCT_OR_VESSEL =
            finding("lesion-near-duct-or-vessel", Judgement.class);

    /** The word of a transplant team. */
    public static final FactKey<Judgement> TRANSPLANT_CANDIDATE = finding("transplant-candidacy", Judgement.class);

    public static final FactKey<PortalVein> PORTAL_VEIN = finding("portal-vein-involvement", PortalVein.class);
    public static final FactKey<LiRads> LI_RADS = finding("lirads-category", LiRads.class);
    /** TNM M category: YES is M1. */
    public static final FactKey<Judgement> DISTANT_METASTASIS = finding("tnm-m", Judgement.class);
    /** ECOG performance status, 0 to 5. */
    public static final FactKey<Integer> ECOG = finding("ecog", Integer.class);
    /** Karnofsky performance status in percent. */
    public static final FactKey<Integer> KARNOFSKY = finding("karnofsky", Integer.class);

    public static final FactKey<Judgement> PREGNANT = finding("pregnancy-status", Judgement.class);
    public static final FactKey<ChildPugh> CHILD_PUGH = finding("child-pugh", ChildPugh.class);
    /** Child-Pugh points of the grade, 1 to 3. */
    public static final FactKey<Integer> ASCITES = finding("ascites", Integer.class);
    /** Child-Pugh points of the grade, 1 to 3. */
    public static final FactKey<Integer> ENCEPHALOPATHY = finding("encephalopathy", Integer.class);
    /** In mg/dL. */
    public static final FactKey<NumberRange> BILIRUBIN = lab("bilirubin");
    /** In g/dL. */
    public static final FactKey<NumberRange> ALBUMIN = lab("albumin");
    /** A ratio. */
    public static final FactKey<NumberRange> INR = lab("inr");
    /** In 10⁹ in a litre. */
    public static final FactKey<NumberRange> PLATELETS = lab("platelets");
    /** As recorded: it is shown and decides nothing. */
    public static final FactKey<NumberRange> AFP = lab("afp");

    /** Each is there once, so that its name tells it from the others. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private static final List<FactKey<?>> ALL = List.of(
            DETECTION,
            LESION_COUNT,
            LESION_LIST_COMPLETE,
            LESIONS_INNUMERABLE,
            RESECTABLE,
            FIT,
            ABLATION_FEASIBLE,
            REFRACTORY,
            EXTRAHEPATIC,
            EXTRAHEPATIC_TREATABLE,
            REMNANT_ADEQUATE,
            BILOBAR,
            NEAR_DUCT_OR_VESSEL,
            LESION_NEAR_DUCT_OR_VESSEL,
            TRANSPLANT_CANDIDATE,
            PORTAL_VEIN,
            LI_RADS,
            DISTANT_METASTASIS,
            ECOG,
            KARNOFSKY,
            PREGNANT,
            CHILD_PUGH,
            ASCITES,
            ENCEPHALOPATHY,
            BILIRUBIN,
            ALBUMIN,
            INR,
            PLATELETS,
            AFP);

    /** Every fact that is recorded as dated results. */
    public static List<FactKey<?>> all() {
        return ALL;
    }

    private static <T> FactKey<T> finding(String name, Class<T> type) {
        return new FactKey<>(name, type, ChartPart.OBSERVATIONS);
    }

    private static FactKey<NumberRange> lab(String name) {
        return new FactKey<>(name, NumberRange.class, ChartPart.LABS);
    }
}
