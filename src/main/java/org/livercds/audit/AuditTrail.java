package org.livercds.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;

/** Puts on record who saw what. Safe for many threads. */
public final class AuditTrail {

    private final AuditSink sink;
    private final Alarm alarm;
    private final OnFailure onFailure;
    private final Clock clock;

    /** What becomes of calls that cannot be put on record. */
    public enum OnFailure {
        CONTINUE,
        REFUSE
    }

    public AuditTrail(AuditSink sink, Alarm alarm, OnFailure onFailure, Clock clock) {
        this.sink = sink;
        this.alarm = alarm;
        this.onFailure = onFailure;
        this.clock = clock;
    }

    /**
     * A call is about to be answered.
     *
     * @throws RefusedException where it cannot be put on record, and may not be answered therefore
     */
    public void answered(Place place, AuditedCall call, Told told) {
        keepOrRefuse(() -> List.of(AuditEvents.call(now(), place, call, Outcome.SUCCESS, Optional.of(told))));
    }

    /** A call was refused or failed; that is told also where it cannot be put on record. */
    public void refused(Place place, AuditedCall call, Refusal refusal) {
        keep(() -> List.of(AuditEvents.call(now(), place, call, Outcome.of(refusal), Optional.empty())));
    }

    /**
     * A caller could not prove who it is; it is denied also where that cannot be put on record.
     *
     * @param reason a code of letters, digits, dot, hyphen and underscore, at most 64; anything else becomes {@code other}
     * @param claimed what its token says, proved or not; never the token
     * @param requestId the header X-Request-Id, as it came
     */
    public void denied(Place place, String reason, Caller claimed, Optional<String> requestId) {
        AuditedCall call = new AuditedCall(claimed, Optional.empty(), requestId);
        keep(() -> List.of(
                AuditEvents.denied(now(), place, call, PlainText.word(reason).orElse("other"))));
    }

    /**
     * FHIR servers were read for a call.
     *
     * @throws RefusedException where that cannot be put on record, and the call may not be answered therefore
     */
    public void read(Caller caller, HookRequest request, List<ServerRead> reads) {
        if (!reads.isEmpty()) {
            AuditedCall call = new AuditedCall(caller, Optional.of(request), Optional.empty());
            Instant now = now();
            keepOrRefuse(() -> reads.stream()
                    .map(read -> AuditEvents.read(now, call, read))
                    .toList());
        }
    }

    /** Makes the event of an answer, and keeps none: the first call shall find everything loaded. */
    public void rehearse(HookRequest request, Told told) {
        AuditedCall call = new AuditedCall(Caller.UNKNOWN, Optional.of(request), Optional.empty());
        WireJson.write(AuditEvents.call(now(), Place.OTHER, call, Outcome.SUCCESS, Optional.of(told)));
    }

    private void keepOrRefuse(Supplier<List<ObjectNode>> making) {
        if (!keep(making) && onFailure == OnFailure.REFUSE) {
            throw new RefusedException(Refusal.NOT_ON_RECORD);
        }
    }

    private boolean keep(Supplier<List<ObjectNode>> making) {
        if (sink.keepsNothing()) {
            return true;
        }
        List<ObjectNode> events = making.get();
        try {
            sink.append(events.stream()
                    .map(event -> new String(WireJson.write(event), StandardCharsets.UTF_8))
                    .toList());
            return true;
        } catch (NotKeptException failed) {
            alarm.raise(failed, events.size());
            return false;
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
