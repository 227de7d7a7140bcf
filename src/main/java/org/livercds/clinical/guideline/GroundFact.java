package org.livercds.clinical.guideline;

import static org.livercds.clinical.Statement.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Statement;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LiverChart;

/** Facts on which several statements rest: what changed is then told once, as the chart has it. */
public enum GroundFact {
    FOUND_DURING_SCREENING(LiverChart::screening, FOUND_IN_SCREENING),
    SURGERY_CAN_REMOVE_ALL(
            LiverChart::resectable, RESECTABLE, NOT_RESECTABLE, RESECTABILITY_JUDGED, SYSTEMIC_THERAPY_FIRST),
    FIT_FOR_SURGERY(LiverChart::fit, NOT_FIT_FOR_SURGERY, NOT_RESECTABLE),
    SPREAD(
            LiverChart::spread,
            SPREAD_OUTSIDE_LIVER,
            LIVER_ONLY,
            CONTRADICTORY_SPREAD,
            NO_UNTREATABLE_SPREAD,
            UNTREATED_SPREAD,
            SYSTEMIC_THERAPY_FIRST,
            TRIAL_WORTHWHILE),
    SPREAD_TREATABLE(
            chart -> chart.facts().judged(FactKey.EXTRAHEPATIC_TREATABLE),
            NO_UNTREATABLE_SPREAD,
            UNTREATED_SPREAD,
            SYSTEMIC_THERAPY_FIRST),
    PORTAL_VEIN(LiverChart::portalVein, MACROVASCULAR_INVASION, MAIN_PORTAL_VEIN_INVASION, MAIN_TRUNK_INVASION),
    CHILD_PUGH(LiverChart::childPugh, CHILD_PUGH_A, CHILD_PUGH_B, CHILD_PUGH_C, CHILD_PUGH_UNKNOWN),
    ABLATION_FEASIBLE(
            chart -> chart.facts().judged(FactKey.ABLATION_FEASIBLE), ABLATION_NOT_RULED_OUT, ABLATION_IMPOSSIBLE);

    private static final Map<Statement, List<GroundFact>> BEHIND = new EnumMap<>(Statement.class);

    static {
        for (GroundFact fact : values()) {
            fact.statements.forEach(statement ->
                    BEHIND.computeIfAbsent(statement, any -> new ArrayList<>()).add(fact));
        }
    }

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Function<LiverChart, Fact<?>> fact;
    private final Set<Statement> statements;

    GroundFact(Function<LiverChart, Fact<?>> fact, Statement... statements) {
        this.fact = fact;
        this.statements = Set.of(statements);
    }

    /** Its words stand under this key in {@code ground}. */
    public String key() {
        return key;
    }

    static List<GroundFact> behind(Statement statement) {
        return BEHIND.getOrDefault(statement, List.of());
    }

    Fact<?> of(LiverChart chart) {
        return fact.apply(chart);
    }
}
