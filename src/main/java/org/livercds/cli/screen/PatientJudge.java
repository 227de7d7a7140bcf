package org.livercds.cli.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.livercds.hooks.Evaluation;
import org.livercds.hooks.FhirAuthorization;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.service.Standalone;

/**
 * What the service says when the chart of a patient is opened, asked as an EHR would: with the answers to its prefetch
 * queries. Safe for many threads.
 */
final class PatientJudge {

    /** Of the resources of one patient in bytes, as of a request. */
    static final long LARGEST = 4 << 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> WHOLE = Set.of("DATA", "EMPTY", "NULL");
    private static final Pattern WORD = Pattern.compile("_([a-z])");

    private static final String PATIENT = "patient";

    private final Standalone services;
    private final PatientIds ids;
    private final Set<String> covered;

    /** @param covered resource types of which the export has all that there are */
    PatientJudge(Standalone services, PatientIds ids, Set<String> covered) {
        this.services = services;
        this.ids = ids;
        this.covered = Set.copyOf(covered);
    }

    /**
     * Refused, as the service would refuse the call, where the resources are too large together or one is none after all.
     *
     * @param lines of the patient; none where they are too large
     * @param bad is told of each line that is no resource
     */
    Screened screened(String patient, List<Line> lines, Consumer<BadLine> bad) {
        String id = ids.keyed(patient);
        if (lines.isEmpty() || lines.stream().anyMatch(Line::isTooLong)) {
            return refused(id, Refusal.TOO_LARGE);
        }
        List<JsonNode> entries = new ArrayList<>(lines.size());
        for (Line line : lines) {
            try {
                entries.add(NODES.objectNode().set("resource", WireJson.readObject(line.json())));
            } catch (RefusedException malformed) {
                bad.accept(new BadLine(line.file(), line.number(), Mistake.NOT_JSON));
            }
        }
        if (entries.size() < lines.size()) {
            return refused(id, Refusal.NOT_JSON);
        }
        try {
            return screened(id, services.answer(request(patient, entries), Language.EN));
        } catch (RefusedException refused) {
            return refused(id, refused.refusal());
        } catch (RuntimeException failed) {
            // the service would answer 500, and one patient must not cost all others
            return refused(id, Refusal.INTERNAL);
        }
    }

    /** Of somebody whose Patient the export does not have nobody knows the age: that is not there, and not empty. */
    private HookRequest request(String patient, List<JsonNode> entries) {
        ObjectNode prefetch = services.queries().prefetch(entries, covered::contains);
        if (prefetch.path(PATIENT).isNull()) {
            prefetch.remove(PATIENT);
        }
        return new HookRequest(
                Optional.of("patient-view"),
                Optional.empty(),
                patient,
                Optional.empty(),
                Optional.empty(),
                new FhirAuthorization(Optional.empty(), Optional.empty()),
                NODES.objectNode().put("patientId", patient),
                prefetch);
    }

    private static Screened screened(String id, HookResponse response) {
        Evaluation evaluation = response.extension().evaluation();
        List<Evaluation.KeyReport> data = evaluation.data();
        return new Screened(
                id,
                evaluation.status(),
                text(evaluation.reason()),
                text(evaluation.diseaseKind()),
                response.cards().stream()
                        .map(card -> card.source().topic().code())
                        .toList(),
                options(evaluation.recommendations()),
                evaluation.cautions(),
                evaluation.missing(),
                unread(data),
                data.stream().mapToInt(Evaluation.KeyReport::resources).sum(),
                data.stream().mapToInt(Evaluation.KeyReport::skipped).sum());
    }

    private static Map<String, String> options(List<Evaluation.Offer> offers) {
        Map<String, String> options = new LinkedHashMap<>();
        offers.forEach(offer -> options.put(offer.topic(), offer.status()));
        return options;
    }

    private static Map<String, String> unread(List<Evaluation.KeyReport> data) {
        Map<String, String> unread = new LinkedHashMap<>();
        data.stream().filter(key -> !WHOLE.contains(key.state())).forEach(key -> unread.put(key.key(), key.state()));
        return unread;
    }

    private static Screened refused(String id, Refusal why) {
        String words = why.name().toLowerCase(Locale.ROOT);
        String reason = WORD.matcher(words).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return new Screened(id, "refused", reason, "", List.of(), Map.of(), List.of(), List.of(), Map.of(), 0, 0);
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}
