package org.livercds.clinical.guideline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/**
 * What a card rests on, in plain form: where none of it has changed, the card would say the same again. That is what
 * every card shows (the kind of disease, the lesions in millimetres, their treatments), what the criteria of its rule
 * asked, and what is offered beside it. No dates: the same value measured anew is no change. Laboratory values count as
 * the criteria read them. What is not known has a value of its own, {@code ?} and the reason.
 *
 * @param facts by names that have words in {@code ground} or {@code statement}, in the order in which they are told
 * @param contradictory entries of the chart contradict each other about one of them
 */
public record Grounds(Map<String, String> facts, boolean contradictory) {

    /** Before the reason why something is not known. */
    public static final String UNKNOWN = "?";

    /** Between several values. */
    public static final String SEPARATOR = ",";

    public static final String NONE = "none";
    public static final String NOT_RECORDED = unknown(Fact.Reason.NOT_RECORDED);

    private static final String CONFLICTING = unknown(Fact.Reason.CONFLICTING);

    public Grounds {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Of the card that leads. */
    public static Grounds of(Advice advice, LiverChart chart) {
        RecommendationId leads = advice.recommendations().get(0).id();
        Map<String, String> facts = shown(chart);
        tellAsked(leads, chart, facts);
        facts.put("offered", offered(advice.recommendations()));
        return of(facts, chart);
    }

    /** Of the card about an order. */
    public static Grounds of(OrderReview review, LiverChart chart) {
        Map<String, String> facts = shown(chart);
        tellAsked(review.ordered(), chart, facts);
        facts.put("pregnant", plain(chart.facts().judged(FactKey.PREGNANT)));
        facts.put("order-not-met", statements(review.notMet()));
        facts.put("order-open", statements(review.open()));
        facts.put("offered", offered(review.fitting()));
        return of(facts, chart);
    }

    /** Whether these are the facts of an earlier card. */
    public boolean areThoseOf(Map<String, String> earlier) {
        return facts.equals(earlier);
    }

    /** The names of all that was told in one way and is told in another. */
    public List<String> changedSince(Map<String, String> earlier) {
        return Stream.concat(facts.keySet().stream(), earlier.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(facts.get(name), earlier.get(name)))
                .toList();
    }

    private static Grounds of(Map<String, String> facts, LiverChart chart) {
        boolean contradictory = facts.containsValue(CONFLICTING)
                || chart.kind() == DiseaseKind.CONFLICT
                || !chart.lesions().conflicts().isEmpty();
        return new Grounds(facts, contradictory);
    }

    private static Map<String, String> shown(LiverChart chart) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", chart.kind().code());
        facts.putAll(LesionGrounds.of(chart.lesions()));
        facts.put("systemic-therapies", values(chart.background().systemicTherapies()));
        return facts;
    }

    /** The team reviews what no rule settles: its card rests on every rule. */
    private static void tellAsked(RecommendationId id, LiverChart chart, Map<String, String> facts) {
        boolean all = id == RecommendationId.MULTIDISCIPLINARY_REVIEW;
        for (Rule rule : LiverCancerGuideline.RULES_FOR.get(chart.kind())) {
            if (all || rule.id() == id) {
                for (JudgedRule.Rung rung : rule.asked(chart)) {
                    rung.assessment().leaves().forEach(leaf -> tell(leaf, chart, facts));
                }
            }
        }
    }

    private static void tell(Assessment leaf, LiverChart chart, Map<String, String> facts) {
        Statement statement = leaf.statement();
        List<GroundFact> behind = GroundFact.behind(statement);
        for (GroundFact fact : behind) {
            facts.put(fact.key(), plain(fact.of(chart)));
        }
        if (behind.isEmpty() && !LesionGrounds.TOLD.contains(statement)) {
            facts.merge(statement.key(), plain(leaf), Grounds::doubtful);
        }
    }

    /** Of two rules that take doubt differently, the one that tells of it. */
    private static String doubtful(String one, String other) {
        return other.startsWith(UNKNOWN) ? other : one;
    }

    /** Where doubt is enough to say no, the doubt is still told. */
    private static String plain(Assessment leaf) {
        return leaf.reason().map(Grounds::unknown).orElseGet(() -> switch (leaf.truth()) {
            case MET -> plain(true);
            case NOT_MET -> plain(false);
            case UNKNOWN -> NOT_RECORDED;
        });
    }

    static String plain(Fact<?> fact) {
        return fact.fold(known -> plain(known.content()), unknown -> unknown(unknown.because()));
    }

    private static String plain(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value.toString().toLowerCase(Locale.ROOT);
    }

    static String unknown(Fact.Reason reason) {
        return UNKNOWN + reason.name();
    }

    static String values(List<Evidence> entries) {
        Set<String> values = new TreeSet<>();
        for (Evidence entry : entries) {
            values.add(entry.value());
        }
        return list(values);
    }

    static String list(Collection<String> values) {
        String list = String.join(SEPARATOR, values);
        return list.isEmpty() ? NONE : list;
    }

    private static String statements(List<Assessment> assessments) {
        Set<String> keys = new LinkedHashSet<>();
        for (Assessment assessment : assessments) {
            keys.add(assessment.statement().key());
        }
        return list(keys);
    }

    /** Each with its status, as in {@code ablation:conditional}. */
    private static String offered(List<Recommendation> offers) {
        List<String> topics = new ArrayList<>(offers.size());
        for (Recommendation offer : offers) {
            topics.add(offer.id().topic() + ":" + offer.status().code());
        }
        return list(topics);
    }
}
