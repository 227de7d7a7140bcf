package org.livercds.cards;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Recommendation;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** Which requests each card of an answer suggests. None is suggested twice. */
record SuggestedOrders(CardCatalogue catalogue, Advice advice, LiverChart chart) {

    /**
     * A request, and why.
     *
     * @param about names of the options that it is for
     */
    record Draft(SuggestedOrder order, String about, List<Evidence> because) {
        Draft {
            because = List.copyOf(because);
        }
    }

    List<Draft> primary() {
        return drafts(advice.recommendations().stream().limit(1).toList());
    }

    List<Draft> otherOptions() {
        Set<SuggestedOrder> given = orders(advice.recommendations().stream().limit(1));
        return drafts(advice.recommendations().stream().skip(1).toList()).stream()
                .filter(draft -> !given.contains(draft.order()))
                .toList();
    }

    List<Draft> checkFirst() {
        Set<SuggestedOrder> given = orders(advice.recommendations().stream());
        Stream<SuggestedOrder> cautions =
                advice.cautions().stream().flatMap(caution -> SuggestedOrder.settling(caution.id()).stream());
        Stream<SuggestedOrder> missing =
                advice.missing().stream().flatMap(asked -> SuggestedOrder.bringing(asked.id()).stream());
        return Stream.concat(cautions, missing)
                .distinct()
                .filter(order -> !given.contains(order) && fits(order))
                .map(order -> new Draft(order, "", disease()))
                .toList();
    }

    private Set<SuggestedOrder> orders(Stream<Recommendation> offered) {
        return offered.flatMap(offer -> file(offer).orders().stream()).collect(toUnmodifiableSet());
    }

    private List<Draft> drafts(List<Recommendation> offered) {
        Map<SuggestedOrder, List<Recommendation>> byOrder = new LinkedHashMap<>();
        offered.forEach(offer -> file(offer)
                .orders()
                .forEach(order ->
                        byOrder.computeIfAbsent(order, any -> new ArrayList<>()).add(offer)));
        return byOrder.entrySet().stream()
                .filter(entry -> fits(entry.getKey()))
                .map(entry -> draft(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Draft draft(SuggestedOrder order, List<Recommendation> offered) {
        String about = offered.stream().map(offer -> file(offer).name()).collect(joining(", "));
        Stream<Evidence> because = offered.stream()
                .flatMap(offer -> Stream.concat(offer.because().stream(), offer.open().stream()))
                .flatMap(Assessment::entries);
        return new Draft(
                order,
                about,
                Stream.concat(disease().stream(), because).distinct().toList());
    }

    /** What is known already is not asked for, and no computed tomography is suggested in pregnancy. */
    private boolean fits(SuggestedOrder order) {
        return switch (order) {
            case AFP -> !chart.facts().of(FactKey.AFP).isKnown();
            case STAGING -> !chart.isPregnant();
            default -> true;
        };
    }

    private List<Evidence> disease() {
        return Stream.of(chart.diagnosis().evidence(), chart.lesions().evidence())
                .flatMap(List::stream)
                .toList();
    }

    private CardFile file(Recommendation offer) {
        return catalogue.file(offer.id());
    }
}
