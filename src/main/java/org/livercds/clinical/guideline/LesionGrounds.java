package org.livercds.clinical.guideline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    private LesionGrounds() {}

    static Map<String, String> of(Lesions lesions) {
        List<String> sizes = sizes(lesions.live());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("number-of-lesions", plain(lesions.count()));
        facts.put("largest-lesion", sizes.isEmpty() ? Grounds.NONE : sizes.get(0));
        facts.put("other-lesions", Grounds.list(sizes.stream().skip(1)));
        facts.put("treatments", treatments(lesions.live()));
        return facts;
    }

    /** A treatment of the whole liver is one of each lesion; a second one of a kind counts. */
    private static String treatments(List<Lesion> lesions) {
        return Grounds.list(lesions.stream()
                .flatMap(lesion -> lesion.treatments().stream())
                .distinct()
                .map(Evidence::value)
                .sorted());
    }

    /** Those of unknown size first, then the largest. */
    private static List<String> sizes(List<Lesion> lesions) {
        Stream<String> unknown = lesions.stream()
                .flatMap(lesion -> lesion.size().reason().stream())
                .map(Grounds::unknown)
                .sorted();
        Stream<String> known = lesions.stream()
                .flatMap(lesion -> lesion.size().value().stream())
                .map(SizeRange::millimetres)
                .sorted(comparing(LesionGrounds::top, reverseOrder())
                        .thenComparing(NumberRange::low, reverseOrder())
                        .thenComparing(NumberRange::plain, naturalOrder()))
                .map(NumberRange::plain);
        return Stream.concat(unknown, known).toList();
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
