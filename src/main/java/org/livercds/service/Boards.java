package org.livercds.service;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.explain.Board;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.WireJson;

/** What a tumour board sees of a synthetic patient. */
@Singleton
public final class Boards {

    private final Charts charts;
    private final DemoRequests requests;
    private final Limits limits;
    private final Clock clock;

    Boards(Charts charts, DemoRequests requests, Limits limits, Clock clock) {
        this.charts = charts;
        this.requests = requests;
        this.limits = limits;
        this.clock = clock;
    }

    public Optional<Board> sample(String name) {
        return requests.today(name).map(request -> sample(WireJson.readRequest(WireJson.write(request))));
    }

    private Board sample(HookRequest request) {
        ReadChart read = charts.read(request, Caller.UNKNOWN, LocalDate.now(clock));
        Diagnosable.require(read);
        LiverChart chart = LiverChart.of(read.entries(), limits);
        return Board.of(request.patientId(), read, chart, LiverCancerGuideline.advise(chart));
    }
}
