package org.livercds.clinical.guideline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.CountRange;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.Lesions;
import org.livercds.clinical.patient.NumberRange;
import org.livercds.clinical.patient.SizeRange;

/** The lesions as grounds of a card: how many, how large, and how they were treated. Which is which does not count. */
final class LesionGrounds {

    /** Statements that number and sizes tell. */
    static final Set<Statement> TOLD = EnumSet.of(
            Statement.WITHIN_ABLATION_CRITERION,
            Statement.AT_MOST_THREE_LESIONS,
            Statement.EACH_SMALLER_THAN_1_CM,
            Statement.EACH_SMALLER_THAN_3_CM,
            Statement.HAS_LIVE_LESION,
            Statement.EVERY_LESION_COUNTED,
            Statement.EXACTLY_1_CM,
            Statement.EXACTLY_3_CM);

    private static final Comparator<NumberRange> LARGEST_FIRST = comparing(LesionGrounds::top, reverseOrder())
            .thenComparing(NumberRange::low, reverseOrder())
            .thenComparing(NumberRange::plain, naturalOrder());

    private LesionGrounds() {}

    static Map<String, String> of(Lesions lesions) {
        List<String> sizes = sizes(lesions.live());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("number-of-lesions", plain(lesions.count()));
        facts.put("largest-lesion", sizes.isEmpty() ? Grounds.NONE : sizes.get(0));
        facts.put("other-lesions", Grounds.list(sizes.subList(Math.min(1, sizes.size()), sizes.size())));
        facts.put("treatments", treatments(lesions));
        return facts;
    }

    /** A treatment of the whole liver is one of each lesion; a second one of a kind counts. */
    private static String treatments(Lesions lesions) {
        List<String> kinds = new ArrayList<>();
        for (Evidence treatment : lesions.treatments()) {
            kinds.add(treatment.value());
        }
        kinds.sort(naturalOrder());
        return Grounds.list(kinds);
    }

    /** Those of unknown size first, then the largest. */
    private static List<String> sizes(List<Lesion> lesions) {
        List<String> sizes = new ArrayList<>();
        List<NumberRange> known = new ArrayList<>();
        for (Lesion lesion : lesions) {
            lesion.size().reason().map(Grounds::unknown).ifPresent(sizes::add);
            lesion.size().value().map(SizeRange::millimetres).ifPresent(known::add);
        }
        sizes.sort(naturalOrder());
        known.sort(LARGEST_FIRST);
        for (NumberRange range : known) {
            sizes.add(range.plain());
        }
        return sizes;
    }

    private static BigDecimal top(NumberRange range) {
        return range.high().orElse(SizeRange.PLAUSIBLE_UP_TO);
    }

    private static String plain(CountRange count) {
        if (count.high().isPresent()) {
            BigDecimal low = BigDecimal.valueOf(count.low());
            return NumberRange.between(low, BigDecimal.valueOf(count.high().getAsInt()))
                    .plain();
        }
        BigDecimal bound = BigDecimal.valueOf(count.open() ? count.low() : count.low() - 1L);
        return NumberRange.from(bound, !count.open()).plain();
    }
}
