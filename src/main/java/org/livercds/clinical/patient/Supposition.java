package org.livercds.clinical.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/**
 * The same chart if something in it were otherwise: to tell what would change an answer, never to find the answer. What
 * is supposed stands as certain, whatever else the chart says of it.
 */
public final class Supposition {

    private static final Evidence SUPPOSED = new Evidence("", "supposition", "", Optional.empty());

    private final LiverChart chart;
    private Lesions lesions;
    private Facts facts;
    private Fact<Boolean> screening;
    private Fact<Boolean> resectable;
    private Fact<Boolean> fit;
    private Fact<Boolean> spread;
    private Fact<PortalVein> portalVein;
    private Fact<ChildPugh> childPugh;

    public Supposition(LiverChart chart) {
        this.chart = chart;
        this.lesions = chart.lesions();
        this.facts = chart.facts();
        this.screening = chart.screening();
        this.resectable = chart.resectable();
        this.fit = chart.fit();
        this.spread = chart.spread();
        this.portalVein = chart.portalVein();
        this.childPugh = chart.childPugh();
    }

    /** The largest lesion measures exactly so many mm. */
    public Supposition largest(BigDecimal millimetres) {
        List<Lesion> sized = new ArrayList<>(lesions.live());
        sized.subList(0, Math.min(1, sized.size())).replaceAll(lesion -> sized(lesion, millimetres));
        lesions = lesions.measuring(sized);
        return this;
    }

    /** Every lesion is measured; those that are not certainly below the limit, in mm, are 1 mm below it. */
    public Supposition eachBelow(BigDecimal limit) {
        List<Lesion> sized = new ArrayList<>(lesions.live());
        sized.replaceAll(lesion -> isBelow(lesion, limit) ? lesion : sized(lesion, limit.subtract(BigDecimal.ONE)));
        lesions = lesions.measuring(sized);
        return this;
    }

    /** There are more lesions than so many; those that nobody knows of are as large as those that are known. */
    public Supposition moreThan(int count) {
        lesions = lesions.numbering(CountRange.moreThan(count));
        return this;
    }

    public Supposition foundInScreening(boolean found) {
        screening = certain(found);
        return this;
    }

    public Supposition resectable(boolean removable) {
        resectable = certain(removable);
        return this;
    }

    public Supposition fit(boolean wellEnough) {
        fit = certain(wellEnough);
        return this;
    }

    public Supposition spread(boolean outsideLiver) {
        spread = certain(outsideLiver);
        return this;
    }

    public Supposition portalVein(PortalVein invaded) {
        portalVein = certain(invaded);
        return this;
    }

    public Supposition childPugh(ChildPugh grade) {
        childPugh = certain(grade);
        return this;
    }

    public Supposition ablationJudgedImpossible() {
        facts = facts.with(FactKey.ABLATION_FEASIBLE, certain(Judgement.NO));
        return this;
    }

    public LiverChart chart() {
        return new LiverChart(
                chart.asOf(),
                chart.person(),
                chart.diagnosis(),
                lesions,
                facts,
                screening,
                resectable,
                fit,
                spread,
                portalVein,
                childPugh,
                chart.recurrence(),
                chart.benign(),
                chart.background(),
                chart.unread(),
                chart.limitDays(),
                chart.bleeding());
    }

    private static boolean isBelow(Lesion lesion, BigDecimal limit) {
        return lesion.size().decide(size -> size.isBelow(limit)) == Truth.MET;
    }

    private static Lesion sized(Lesion lesion, BigDecimal millimetres) {
        return new Lesion(
                lesion.key(),
                certain(new SizeRange(NumberRange.exactly(millimetres))),
                lesion.measured(),
                lesion.certainlyInLiver(),
                lesion.treatments(),
                lesion.evidence());
    }

    private static <T> Fact<T> certain(T value) {
        return Fact.known(value, List.of(SUPPOSED));
    }
}
