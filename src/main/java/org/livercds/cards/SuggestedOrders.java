package org.livercds.cards;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.Advice;
import org.livercds.clinical.guideline.Caution;
import org.livercds.clinical.guideline.Missing;
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
        return drafts(advice.recommendations().subList(0, 1), Set.of());
    }

    List<Draft> otherOptions() {
        List<Recommendation> offered = advice.recommendations();
        return drafts(offered.subList(1, offered.size()), orders(offered.subList(0, 1)));
    }

    List<Draft> checkFirst() {
        Set<SuggestedOrder> asked = new LinkedHashSet<>();
        for (Caution caution : advice.cautions()) {
            SuggestedOrder.settling(caution.id()).ifPresent(asked::add);
        }
        for (Missing missing : advice.missing()) {
            SuggestedOrder.bringing(missing.id()).ifPresent(asked::add);
        }
        asked.removeAll(orders(advice.recommendations()));
        List<Draft> drafts = new ArrayList<>();
        for (SuggestedOrder order : asked) {
            if (fits(order)) {
                drafts.add(new Draft(order, "", List.copyOf(disease())));
            }
        }
        return drafts;
    }

    private Set<SuggestedOrder> orders(List<Recommendation> offered) {
        Set<SuggestedOrder> orders = EnumSet.noneOf(SuggestedOrder.class);
        for (Recommendation offer : offered) {
            orders.addAll(file(offer).orders());
        }
        return orders;
    }

    private List<Draft> drafts(List<Recommendation> offered, Set<SuggestedOrder> given) {
        Map<SuggestedOrder, List<Recommendation>> byOrder = new LinkedHashMap<>();
        for (Recommendation offer : offered) {
            for (SuggestedOrder order : file(offer).orders()) {
                byOrder.computeIfAbsent(order, any -> new ArrayList<>()).add(offer);
            }
        }
        List<Draft> drafts = new ArrayList<>();
        byOrder.forEach((order, offers) -> {
            if (!given.contains(order) && fits(order)) {
                drafts.add(draft(order, offers));
            }
        });
        return drafts;
    }

    private Draft draft(SuggestedOrder order, List<Recommendation> offered) {
        List<String> about = new ArrayList<>();
        Set<Evidence> because = new LinkedHashSet<>(disease());
        for (Recommendation offer : offered) {
            about.add(file(offer).name());
            addEntries(offer.because(), because);
            addEntries(offer.open(), because);
        }
        return new Draft(order, String.join(", ", about), List.copyOf(because));
    }

    private static void addEntries(List<Assessment> assessments, Set<Evidence> entries) {
        for (Assessment assessment : assessments) {
            assessment.addEntriesTo(entries);
        }
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
        List<Evidence> disease = new ArrayList<>(chart.diagnosis().evidence());
        disease.addAll(chart.lesions().evidence());
        return disease;
    }

    private CardFile file(Recommendation offer) {
        return catalogue.file(offer.id());
    }
}
