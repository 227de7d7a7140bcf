package org.livercds.clinical.guideline;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.livercds.clinical.Citation.msk;
import static org.livercds.clinical.Citation.nav;
import static org.livercds.clinical.Citation.nci;
import static org.livercds.clinical.criteria.EachLesionSmallerThan.ONE_CENTIMETRE;
import static org.livercds.clinical.criteria.EachLesionSmallerThan.THREE_CENTIMETRES;
import static org.livercds.clinical.guideline.Rule.inform;
import static org.livercds.clinical.guideline.Rule.recommend;
import static org.livercds.clinical.patient.DiseaseKind.AT_RISK;
import static org.livercds.clinical.patient.DiseaseKind.CONFLICT;
import static org.livercds.clinical.patient.DiseaseKind.HEPATOCELLULAR_CARCINOMA;
import static org.livercds.clinical.patient.DiseaseKind.HISTORY;
import static org.livercds.clinical.patient.DiseaseKind.LIVER_METASTASES;
import static org.livercds.clinical.patient.DiseaseKind.OTHER_CANCER_WITH_LIVER_LESION;
import static org.livercds.clinical.patient.DiseaseKind.PRIMARY_LIVER_CANCER;
import static org.livercds.clinical.patient.DiseaseKind.SUSPECTED;
import static org.livercds.clinical.patient.DiseaseKind.UNSPECIFIED;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.livercds.clinical.Assessment;
import org.livercds.clinical.Citation;
import org.livercds.clinical.Statement;
import org.livercds.clinical.Truth;
import org.livercds.clinical.criteria.*;
import org.livercds.clinical.patient.ChildPugh;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.LiverChart;

/** The whole guideline on one page: what may be recommended, to whom, on which criteria, on whose word. */
public final class LiverCancerGuideline {

    /**
     * Of guideline, cards and value sets together, as in docs/DECISIONS.md: the first number counts every change of what is
     * recommended, the second what is added, the third wording.
     */
    public static final String VERSION = "3.0.0";

    /** Counts the versions, for the ids of cards. */
    public static final int VERSION_NUMBER = 3;

    private static final Set<DiseaseKind> PRIMARY = Set.of(HEPATOCELLULAR_CARCINOMA, PRIMARY_LIVER_CANCER);
    private static final Set<DiseaseKind> METASTASES = Set.of(LIVER_METASTASES);
    private static final Set<DiseaseKind> TREATABLE = with(PRIMARY, LIVER_METASTASES);

    private static final Set<RecommendationId> HARMFUL_IN_PREGNANCY = EnumSet.of(
            RecommendationId.EMBOLIZATION,
            RecommendationId.RADIOEMBOLIZATION,
            RecommendationId.SYSTEMIC_THERAPY,
            RecommendationId.SYSTEMIC_THERAPY_FIRST,
            RecommendationId.RADIATION,
            RecommendationId.RECURRENCE);

    private static final Criterion MANY_OR_LARGE = new AblationImpossible();
    private static final Criterion NO_SURGERY = new SurgeryImpossible();
    private static final Criterion CHILD_PUGH_C = new ChildPughIs(ChildPugh.C);
    private static final MacrovascularInvasion INVASION = new MacrovascularInvasion();

    /** Before the list, because palliative care is for those to whom it is not offered. */
    private static final Rule TRANSPLANT = recommend(RecommendationId.TRANSPLANT, PRIMARY, nci(7), nci(8), nci(9))
            .requiring(new Cirrhosis().certain(), new LiverOnly(), new TransplantCandidate())
            .blockedBy(INVASION, new Transplanted());

    static final List<Rule> RULES = List.of(
            recommend(
                            RecommendationId.SURVEILLANCE,
                            with(PRIMARY, AT_RISK, HISTORY, UNSPECIFIED),
                            nci(2),
                            nci(3),
                            nci(4),
                            nci(29))
                    .requiring(ONE_CENTIMETRE.certain(), new FoundInScreening(), new EveryLesionCounted())
                    .blockedBy(
                            Recurrent.orDoubtful(),
                            new LesionTreated(),
                            new SpreadOutsideLiver(with(PRIMARY, UNSPECIFIED)),
                            INVASION.of(with(PRIMARY, UNSPECIFIED)))
                    .conditionalWhen(DiseaseIs.HISTORY, DiseaseIs.UNCLEAR),
            recommend(RecommendationId.DIAGNOSTIC_WORKUP, Set.of(AT_RISK, HISTORY), nci(2))
                    .requiring(new NeedsDiagnosis()),
            inform(RecommendationId.DIAGNOSTIC_WORKUP, Set.of(SUSPECTED, OTHER_CANCER_WITH_LIVER_LESION), nci(2))
                    .requiring(new NeedsDiagnosis()),
            recommend(RecommendationId.ABLATION, with(METASTASES, UNSPECIFIED, CONFLICT), msk(6), msk(3), msk(7))
                    .requiring(ablation())
                    .conditionalWhen(DiseaseIs.UNCLEAR, CHILD_PUGH_C, INVASION, new SpreadOutsideLiver(METASTASES)),
            recommend(RecommendationId.ABLATION, PRIMARY, msk(6), nci(29), nci(10))
                    .requiring(ablation())
                    .blockedBy(new SpreadOutsideLiver(PRIMARY))
                    .conditionalWhen(CHILD_PUGH_C, INVASION, SpreadOutsideLiver.contradictory(PRIMARY)),
            recommend(RecommendationId.IRREVERSIBLE_ELECTROPORATION, METASTASES, msk(12), msk(14), msk(15))
                    .requiring(ablation())
                    .requiring(new NearDuctOrVessel().certain())
                    .conditionalWhen(CHILD_PUGH_C, INVASION, new SpreadOutsideLiver(METASTASES)),
            recommend(RecommendationId.EMBOLIZATION, with(PRIMARY, UNSPECIFIED), nci(16), nci(18), nci(30))
                    .requiring(NO_SURGERY, MANY_OR_LARGE, new LiverOnly())
                    .blockedBy(CHILD_PUGH_C, new NoneEstablished(List.of(NO_SURGERY, MANY_OR_LARGE, new LiverOnly())))
                    .conditionalWhen(
                            DiseaseIs.UNCLEAR,
                            ChildPughIs.unknown(),
                            BilirubinAbove.THREE,
                            MacrovascularInvasion.ofMainVein(),
                            new AtThreeCentimetres()),
            recommend(RecommendationId.RADIOEMBOLIZATION, METASTASES, msk(28), msk(29), msk(30))
                    .requiring(new SurgeryCannotRemove(), new LiverOnly())
                    .blockedBy(CHILD_PUGH_C)
                    .conditionalWhen(BilirubinAbove.TWO)
                    .showing(new GrowsDespiteChemotherapy()),
            recommend(RecommendationId.RESECTION, TREATABLE, nav(3), nav(4), nav(6), nav(7), nav(8), nav(27))
                    .requiring(new Resectable(), new NoUntreatableSpread())
                    .blockedBy(
                            new NotFitForSurgery(),
                            CHILD_PUGH_C,
                            MacrovascularInvasion.ofTrunk(),
                            new SpreadOutsideLiver(PRIMARY)),
            recommend(RecommendationId.COMBINED_RESECTION_AND_ABLATION, METASTASES, msk(16), msk(17))
                    .requiring(new Bilobar().certain(), new ResectabilityJudged())
                    .blockedBy(new NotFitForSurgery(), CHILD_PUGH_C, new UntreatedSpread()),
            recommend(RecommendationId.REMNANT_AUGMENTATION, TREATABLE, nav(11), nav(12), nav(13))
                    .requiring(new RemnantInadequate().certain())
                    .blockedBy(new NotResectable(), CHILD_PUGH_C, new UntreatedSpread()),
            TRANSPLANT,
            recommend(RecommendationId.SYSTEMIC_THERAPY, PRIMARY, nci(20), nci(21), nci(31), nci(32))
                    .requiring(new AdvancedDisease().certain()),
            recommend(RecommendationId.SYSTEMIC_THERAPY_FIRST, METASTASES, nav(14), nav(15), nav(18))
                    .requiring(new SystemicTherapyFirst()),
            recommend(RecommendationId.RADIATION, PRIMARY, nci(22), nci(33)).requiring(new AdvancedDisease().certain()),
            recommend(RecommendationId.RECURRENCE, PRIMARY, nci(34), nci(35), nci(36), nci(37))
                    .requiring(new Recurrent()),
            recommend(RecommendationId.PALLIATIVE_CARE, PRIMARY, nci(27))
                    .requiring(CHILD_PUGH_C.certain())
                    .blockedBy(transplantOffered()),
            inform(RecommendationId.CLINICAL_TRIAL, TREATABLE, nci(26), nci(28)).requiring(new TrialWorthwhile()));

    static final Map<DiseaseKind, List<Rule>> RULES_FOR = Rule.byKind(RULES);

    private static final Recommendation MULTIDISCIPLINARY_REVIEW = new Recommendation(
            RecommendationId.MULTIDISCIPLINARY_REVIEW, Status.INFO, List.of(nav(26)), List.of(), List.of(), List.of());

    private LiverCancerGuideline() {}

    /** What may be said about this patient today. */
    public static Advice advise(LiverChart chart) {
        Gate.Decision gate = Gate.decide(chart);
        return switch (gate.verdict()) {
            case SILENT -> Advice.silent(gate);
            case REFER -> Advice.refer(gate, MULTIDISCIPLINARY_REVIEW);
            case ADVISE -> advised(chart, gate);
        };
    }

    /** Every recommendation that a rule here can make, and how firmly. */
    public static Map<RecommendationId, Set<Status>> recommendations() {
        Map<RecommendationId, Set<Status>> statuses = new EnumMap<>(RecommendationId.class);
        statuses.put(RecommendationId.MULTIDISCIPLINARY_REVIEW, EnumSet.of(Status.INFO));
        RULES.forEach(rule -> statuses.computeIfAbsent(rule.id(), any -> EnumSet.noneOf(Status.class))
                .addAll(rule.statuses()));
        return statuses;
    }

    /** Every rule and what it asked of the chart, in the order of the decision table. */
    public static List<JudgedRule> judge(LiverChart chart) {
        return RULES.stream().map(rule -> rule.judge(chart)).toList();
    }

    /** The rule behind a recommendation for a kind of disease, where there is one. */
    static Optional<Rule> rule(RecommendationId id, DiseaseKind kind) {
        return RULES_FOR.get(kind).stream().filter(rule -> rule.id() == id).findFirst();
    }

    /** The sentences that each rule rests on, the leading one first. */
    static Map<RecommendationId, Set<Citation>> citations() {
        Map<RecommendationId, Set<Citation>> citations = new EnumMap<>(RecommendationId.class);
        RULES.forEach(rule -> citations
                .computeIfAbsent(rule.id(), any -> new LinkedHashSet<>())
                .addAll(rule.citations()));
        citations.put(MULTIDISCIPLINARY_REVIEW.id(), Set.copyOf(MULTIDISCIPLINARY_REVIEW.citations()));
        return citations;
    }

    private static Advice advised(LiverChart chart, Gate.Decision gate) {
        List<Recommendation> offered = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        for (Rule rule : RULES_FOR.get(chart.kind())) {
            Rule.Answer answer = rule.answer(chart);
            answer.offer()
                    .ifPresentOrElse(offered::add, () -> withheld.add(new Withheld(rule.id(), answer.obstacles())));
        }
        List<Recommendation> ranked = ranked(offered, chart);
        return new Advice(
                gate,
                ranked,
                withheld,
                Cautions.of(chart, offered),
                MissingData.of(chart, offered),
                asksPregnancy(chart, ranked));
    }

    static List<Recommendation> ranked(List<Recommendation> offered, LiverChart chart) {
        List<Recommendation> ranked = Ranking.rank(offered, chart);
        if (chart.isPregnant()) {
            ranked.removeIf(offer -> !Gate.isKeptInPregnancy(offer.id()));
        }
        boolean trialsAlone = true;
        for (Recommendation offer : ranked) {
            trialsAlone &= offer.id() == RecommendationId.CLINICAL_TRIAL;
        }
        if (trialsAlone || Ranking.isUnmeasuredAblationFirst(ranked, chart)) {
            ranked.add(0, MULTIDISCIPLINARY_REVIEW);
        }
        return ranked;
    }

    /** Radiation, drugs and embolization may harm an unborn child; where nobody has said, the card reminds of it. */
    private static boolean asksPregnancy(LiverChart chart, List<Recommendation> ranked) {
        boolean harmful = false;
        for (Recommendation offer : ranked) {
            harmful |= HARMFUL_IN_PREGNANCY.contains(offer.id());
        }
        return harmful && chart.pregnancyIsOpen();
    }

    private static Criterion transplantOffered() {
        return chart -> Assessment.of(
                Statement.TRANSPLANT_OFFERED, Truth.of(TRANSPLANT.status(chart).isPresent()), List.of());
    }

    private static Criterion[] ablation() {
        return new Criterion[] {
            new HasLiveLesion(), new AtMostThreeLesions(), THREE_CENTIMETRES, new AblationNotRuledOut()
        };
    }

    private static Set<DiseaseKind> with(Set<DiseaseKind> kinds, DiseaseKind... more) {
        return Stream.concat(kinds.stream(), Stream.of(more)).collect(toUnmodifiableSet());
    }
}
