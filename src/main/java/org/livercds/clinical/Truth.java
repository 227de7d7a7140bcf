package org.livercds.clinical;

import java.util.Collection;

/** Kleene's three values: what the chart allows us to say about a statement. */
public enum Truth {
    MET,
    NOT_MET,
    UNKNOWN;

    public static Truth of(boolean value) {
        return value ? MET : NOT_MET;
    }

    /** All of them; of nothing it is UNKNOWN, so that an empty chart never satisfies "every tumour". */
    public static Truth allOf(Collection<Truth> truths) {
        Truth all = truths.isEmpty() ? UNKNOWN : MET;
        for (Truth truth : truths) {
            all = all.and(truth);
        }
        return all;
    }

    /** Any of them; of nothing it is UNKNOWN. */
    public static Truth anyOf(Collection<Truth> truths) {
        Truth any = truths.isEmpty() ? UNKNOWN : NOT_MET;
        for (Truth truth : truths) {
            any = any.or(truth);
        }
        return any;
    }

    public Truth not() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public Truth and(Truth other) {
        if (this == NOT_MET || other == NOT_MET) {
            return NOT_MET;
        }
        return this == MET && other == MET ? MET : UNKNOWN;
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /** MET stays MET; everything else is NOT_MET: for criteria where doubt is enough to refuse. */
    public Truth certain() {
        return of(this == MET);
    }
}
