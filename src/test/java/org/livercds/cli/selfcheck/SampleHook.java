package org.livercds.cli.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.livercds.cli.selfcheck.SampleService.Reply;

/** The hook of the sample service. */
final class SampleHook {

    private static final Set<String> KEYS = Set.of("patient", "conditions", "user");
    private static final Set<String> MEMBERS =
            Set.of("hook", "hookInstance", "context", "prefetch", "extension", "fhirServer", "fhirAuthorization");

    private final Optional<Defect> defect;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private String lastPatient = "";

    SampleHook(Optional<Defect> defect) {
        this.defect = defect;
    }

    Reply reply(byte[] body) {
        ObjectNode request = SampleJson.object(body);
        if (request == null) {
            return has(Defect.MALFORMED_IS_FINE)
                    ? good("nobody")
                    : refused(has(Defect.MALFORMED_IS_A_CONFLICT) ? 409 : 400);
        }
        if (has(Defect.LARGE_FAILS) && body.length > 500_000) {
            return refused(500);
        }
        Optional<Reply> bad = envelope(request).or(() -> prefetch(request));
        return bad.orElseGet(() -> counted(request.at("/context/patientId").asText("nobody")));
    }

    private Optional<Reply> envelope(ObjectNode request) {
        String patient = request.at("/context/patientId").asText();
        boolean known = request.has("context") || has(Defect.CONTEXT_IS_NOT_NEEDED);
        boolean named = !patient.isEmpty()
                || has(Defect.CONTEXT_IS_NOT_NEEDED) && !request.has("context")
                || has(Defect.PATIENT_IS_NOT_NEEDED) && request.has("context");
        boolean ours =
                !request.has("hook") || request.path("hook").asText().equals("patient-view") || has(Defect.ANY_HOOK);
        Set<String> unknown = new TreeSet<>();
        request.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(MEMBERS);
        boolean plain = !has(Defect.NO_EXTENSIONS) || !request.has("extension");
        boolean strict = !has(Defect.NO_UNKNOWN_FIELDS) || unknown.isEmpty();
        boolean instance =
                !has(Defect.ONLY_UUIDS) || request.path("hookInstance").asText().length() == 36;
        boolean brief = !has(Defect.ONLY_SHORT_IDS) || patient.length() <= 64;
        boolean good = known && named && ours && plain && strict && instance && brief;
        return good ? Optional.empty() : Optional.of(refused(400));
    }

    private Optional<Reply> prefetch(ObjectNode request) {
        JsonNode prefetch = request.path("prefetch");
        JsonNode conditions = prefetch.path("conditions");
        int status = 0;
        if (has(Defect.HANGS_WITHOUT_PREFETCH) && !request.has("prefetch")) {
            pause(1_500);
        }
        if (conditions.isNull()) {
            status = has(Defect.NULL_FAILS) ? 500 : has(Defect.NULL_IS_REFUSED) ? 400 : 0;
        } else if (conditions.isMissingNode()) {
            status = has(Defect.ABSENT_IS_NOT_FOUND) && prefetch.isEmpty() ? 404 : 412;
            status = has(Defect.ONE_ABSENT_IS_BAD) && !prefetch.isEmpty() ? 400 : status;
        } else if (conditions.isTextual()) {
            status = has(Defect.TEXT_FAILS) ? 500 : 412;
        } else if (conditions.path("resourceType").asText().equals("OperationOutcome")) {
            status = has(Defect.OPERATION_OUTCOME_IS_BAD) ? 400 : 412;
        }
        List<String> keys = new ArrayList<>();
        prefetch.fieldNames().forEachRemaining(keys::add);
        if (has(Defect.EXTRA_KEY_IS_BAD) && !KEYS.containsAll(keys)) {
            status = 400;
        }
        return status == 0 ? Optional.empty() : Optional.of(refused(status));
    }

    private Reply counted(String patient) {
        int call = calls.incrementAndGet();
        try {
            boolean alone = underWay.incrementAndGet() == 1;
            if (has(Defect.ONE_AT_A_TIME)) {
                pause(20);
                return alone ? good(patient) : refused(409);
            }
            if (has(Defect.SLOW) || has(Defect.SOMETIMES_SLOW) && call % 5 == 0) {
                pause(60);
            }
            if (has(Defect.GOOD_CALL_IS_REFUSED)) {
                return refused(422);
            }
            return has(Defect.BUSY_WITHOUT_RETRY_AFTER) && call % 10 == 0 ? refused(429) : good(patient);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Reply good(String patient) {
        ObjectNode answer = SampleJson.answer(patient);
        ObjectNode card = (ObjectNode) answer.at("/cards/0");
        if (has(Defect.CARDS_BY_CHANCE)) {
            card.put("summary", "Sample " + calls.get());
        }
        if (has(Defect.PATIENTS_ARE_MIXED)) {
            card.put("detail", "The patient is " + lastPatient + ".");
            lastPatient = patient;
        }
        defect.ifPresent(some -> some.spoilAnswer(answer));
        return new Reply(200, answer);
    }

    private static Reply refused(int status) {
        return new Reply(status, SampleJson.outcome("Not understood."));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean has(Defect some) {
        return defect.filter(some::equals).isPresent();
    }
}
