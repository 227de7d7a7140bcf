package org.livercds.clinical.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;

/** Builds one measurement for tests: of the day of the scan, in the liver, and unusable until it has a size. */
public final class MeasurementBuilder {

    private final LesionKey key;
    private Optional<SizeRange> size = Optional.empty();
    private Optional<ChartDate> date = Optional.of(ChartDate.of(ChartBuilder.SCAN));
    private boolean implausible;
    private boolean benign;
    private Truth inLiver = Truth.MET;

    private MeasurementBuilder(LesionKey key) {
        this.key = key;
    }

    public static MeasurementBuilder of(LesionKey key) {
        return new MeasurementBuilder(key);
    }

    public static MeasurementBuilder unkeyed(SizeRange size) {
        return of(LesionKey.none()).size(size);
    }

    public static MeasurementBuilder inSegment(String segment, SizeRange size) {
        return of(LesionKey.segment(segment)).size(size);
    }

    public MeasurementBuilder size(SizeRange range) {
        size = Optional.of(range);
        return this;
    }

    public MeasurementBuilder on(LocalDate day) {
        return on(ChartDate.of(day));
    }

    public MeasurementBuilder on(ChartDate day) {
        date = Optional.of(day);
        return this;
    }

    public MeasurementBuilder undated() {
        date = Optional.empty();
        return this;
    }

    public MeasurementBuilder implausible() {
        implausible = true;
        return this;
    }

    public MeasurementBuilder benign() {
        benign = true;
        return this;
    }

    public MeasurementBuilder inLiver(Truth truth) {
        inLiver = truth;
        return this;
    }

    Measurement build(String reference) {
        Evidence evidence = new Evidence(reference, "lesion-size", "value", date);
        Fact<SizeRange> fact = size.map(range -> Fact.known(range, List.of(evidence)))
                .orElseGet(() -> Fact.unknown(Fact.Reason.UNREADABLE, List.of(evidence)));
        return new Measurement(key, date, fact, implausible, inLiver, benign, evidence);
    }
}
