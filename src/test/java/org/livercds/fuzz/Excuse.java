package org.livercds.fuzz;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A change after which another chart stands there, whole and readable, for which a recommendation is right: not damage
 * but another patient. Each says by which changes at which places of which example, and which topic is new.
 */
enum Excuse {
    /** A lesion ten times smaller, or "less than" the limit that it had (clinical rule 5.3.5). */
    SMALLER_METASTASIS(
            "metastasis-3\\.0-cm /prefetch/observations/entry/1/resource/valueQuantity"
                    + "(/value SCALE by 0\\.1| UNIT to mm| UNIT <)",
            "ablation"),

    /** The same for one found at screening. */
    SMALLER_AT_SCREENING(
            "screening-lesion-1\\.0-cm /prefetch/observations/entry/0/resource/valueQuantity"
                    + "(/value SCALE by 0\\.1| UNIT to mm| UNIT <)",
            "surveillance"),

    /** One found at screening that has grown to a centimetre or more is one for work-up. */
    LARGER_AT_SCREENING(
            "screening-lesion-0\\.8-cm /prefetch/observations/entry/0/resource/valueQuantity"
                    + "(/value SCALE by 10| UNIT to \\[in_i\\])",
            "diagnosticWorkup"),

    /** The lesion that is one too many, or too large, measures 0 mm: it is no longer seen (5.3.4). */
    LESION_GONE(Excuse.LESION + "valueQuantity/value SCALE by 0", "ablation"),

    /** Its measurement is of something else: by its code it is no lesion's size. */
    LESION_IS_ANOTHER_FINDING(
            Excuse.LESION
                    + "(category SWAP with field code|code/coding/0/(display SWAP with field system|"
                    + "(code|system) (RETYPE text|TRUNCATE text|SWAP with field \\w+)))",
            "ablation"),

    /** The same, and the finding behind it is no size either: their codes or systems are exchanged. */
    LESION_AND_FINDING_ARE_OTHERS(
            "(four-metastases /prefetch/observations/entry/3|metastasis-3\\.0-cm /prefetch/observations/entry/1)"
                    + "/resource/code/coding/0/(code|system) SWAP with element -6",
            "ablation"),

    /** It is in no part of the liver, as the words of its SNOMED CT site say. */
    LESION_ELSEWHERE(Excuse.LESION + "bodySite SWAP with field method", "ablation"),

    /** It is another patient's. */
    LESION_IS_ANOTHERS(Excuse.LESION + "subject/reference TRUNCATE text", "ablation"),

    /** The metastasis of the lung is another disease. */
    NO_SPREAD("hcc-with-lung-metastasis /prefetch/conditions/entry/2/resource/" + Excuse.ANOTHER_DISEASE, "ablation"),

    /** The cancer is another disease, or another patient's: a lesion in a liver with cirrhosis is left. */
    NO_CANCER(
            "(unresectable-liver-only-hcc|hcc-over-two-years) /prefetch/conditions/entry/0/resource/("
                    + Excuse.ANOTHER_DISEASE + "|subject/reference TRUNCATE text)",
            "diagnosticWorkup"),

    /** A client says that there are no procedures, or the procedure is another: nothing was treated. */
    NOT_TREATED(
            "hcc-treated-after-measuring /prefetch/procedures( NULL |/entry/0/resource/code/coding/0/"
                    + "(display SWAP with field system|(code|system) (RETYPE text|TRUNCATE text|SWAP with field \\w+)))",
            "ablation"),

    /** The treatment was before the measurement. */
    TREATED_BEFORE(
            "hcc-treated-after-measuring /prefetch/procedures/entry/0/resource/performedDateTime SCALE by -\\d+ years",
            "ablation");

    private static final String LESION = "(four-metastases /prefetch/observations/entry/[0-3]|"
            + "metastasis-3\\.0-cm /prefetch/observations/entry/1)/resource/";
    private static final String ANOTHER_DISEASE =
            "(category SWAP with field code|code/coding/0/(code|system) SWAP with element -2)";

    private final Pattern mutations;
    private final String topic;

    Excuse(String mutations, String topic) {
        this.mutations = Pattern.compile(mutations);
        this.topic = topic;
    }

    static boolean holds(ExampleRequest example, Mutation mutation, Set<String> topics) {
        return Stream.of(values())
                .anyMatch(excuse -> excuse.isAbout(example, mutation) && topics.equals(Set.of(excuse.topic)));
    }

    boolean isAbout(ExampleRequest example, Mutation mutation) {
        return mutations.matcher(example.patient() + " " + mutation).matches();
    }

    String topic() {
        return topic;
    }
}
