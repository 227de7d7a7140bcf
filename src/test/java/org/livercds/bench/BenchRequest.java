package org.livercds.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.livercds.load.Filler;
import org.livercds.load.LoadPatient;
import org.livercds.load.Tenant;

/**
 * A synthetic call of patient-view of some size, the same bytes for the same day and number. Around 80 KB it holds 1
 * Patient, 5 Conditions, 60 Observations and 10 Procedures; other sizes have more or fewer of them. By turns there are
 * small lesions, few, several that cannot be resected, and large ones.
 */
final class BenchRequest {

    /** How many kinds of charts there are. */
    static final int KINDS = 4;

    /** What a reader that asks a FHIR server still gets by prefetch is the patient and the conditions. */
    static final List<String> FETCHED =
            List.of("observations", "labs", "procedures", "medications", "allergies", "bodyStructures");

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String FINDING = "https://livercds.org/fhir/CodeSystem/liver-finding";
    private static final List<List<String>> LESIONS = List.of(
            List.of("0.6 cm", "8 mm"),
            List.of("2.4 cm", "1.8 cm", "11 mm"),
            List.of("5.2 cm", "4.1 cm", "3.3 cm", "22 mm"),
            List.of("6.5 cm", "3.6 cm"));

    private final String patient;
    private final int number;
    private final double times80;
    private final LocalDate today;
    private final Filler filler;

    private BenchRequest(int kilobytes, int number, LocalDate today) {
        this.patient = "bench-patient-%02d".formatted(number);
        this.number = number;
        this.times80 = kilobytes / 80.0;
        this.today = today;
        this.filler = new Filler(patient, number);
    }

    /** @param kilobytes about so many, without narrative */
    static LoadPatient of(int kilobytes, boolean narrative, int number, LocalDate today) {
        BenchRequest made = new BenchRequest(kilobytes, number, today);
        ObjectNode request = made.request();
        if (narrative) {
            request.path("prefetch").forEach(BenchRequest::narrate);
        }
        return new LoadPatient(Tenant.NORTH, made.patient, "", request);
    }

    private ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("hook", "patient-view").put("hookInstance", new UUID(4711, number).toString());
        request.putObject("context")
                .put("userId", "Practitioner/operator-1")
                .put("patientId", patient)
                .put("encounterId", "encounter-of-" + patient);
        ObjectNode prefetch = request.putObject("prefetch");
        prefetch.set("patient", person());
        prefetch.set("conditions", bundle(conditions()));
        List<ObjectNode> findings = findings();
        prefetch.set("observations", bundle(findings));
        prefetch.set("labs", bundle(labs(Math.max(1, count(60) - findings.size()))));
        prefetch.set("procedures", bundle(procedures()));
        List.of("medications", "allergies", "bodyStructures").forEach(key -> prefetch.set(key, bundle(List.of())));
        return request;
    }

    private int count(int at80) {
        return Math.max(1, (int) Math.round(at80 * times80));
    }

    private ObjectNode person() {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("resourceType", "Patient").put("id", patient);
        person.putArray("identifier")
                .addObject()
                .put("system", "https://ehr.load.example/mrn")
                .put("value", patient);
        person.putArray("name")
                .addObject()
                .put("family", "Patient")
                .putArray("given")
                .add("Synthetic");
        return person.put("gender", number % 3 == 0 ? "male" : "female").put("birthDate", "1958-03-07");
    }

    /** The tumour first, then what decides nothing. */
    private List<ObjectNode> conditions() {
        List<ObjectNode> all =
                IntStream.range(0, count(5)).mapToObj(filler::condition).toList();
        recode(all.get(0), SNOMED, number % 2 == 0 ? "94381002" : "109841003");
        return all;
    }

    private List<ObjectNode> labs(int many) {
        // the filler's days lie 100 to 300 before the one it is given: here some of them are recent
        return IntStream.range(0, many)
                .mapToObj(i -> filler.lab(i, today.plusDays(99)))
                .toList();
    }

    private List<ObjectNode> procedures() {
        return IntStream.range(0, count(10))
                .mapToObj(i -> filler.procedure(i, today))
                .toList();
    }

    private List<ObjectNode> findings() {
        int kind = number % KINDS;
        List<ObjectNode> all = new ArrayList<>(LESIONS.get(kind).stream()
                .map(size -> lesion(size, LESIONS.get(kind).indexOf(size)))
                .toList());
        ObjectNode resectability = finding("resectability");
        resource(resectability)
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", FINDING + "-value")
                .put("code", kind == 2 ? "unresectable" : "resectable");
        all.add(resectability);
        ObjectNode complete = finding("lesion-list-complete");
        resource(complete).put("valueBoolean", true);
        all.add(complete);
        return all;
    }

    private ObjectNode lesion(String size, int place) {
        ObjectNode entry = observation("http://loinc.org", "33728-7");
        ObjectNode lesion = resource(entry);
        String[] parts = size.split(" ");
        lesion.putObject("valueQuantity")
                .put("value", new BigDecimal(parts[0]))
                .put("unit", parts[1])
                .put("system", "http://unitsofmeasure.org")
                .put("code", parts[1]);
        lesion.putObject("bodySite")
                .putArray("coding")
                .addObject()
                .put("system", SNOMED)
                .put("code", "10200004");
        lesion.putArray("identifier")
                .addObject()
                .put("system", "urn:livercds:lesion")
                .put("value", patient + "-" + place);
        return entry;
    }

    private ObjectNode finding(String code) {
        return observation(FINDING, code);
    }

    /** As a laboratory value looks, with another code and no value yet, a week old. */
    private ObjectNode observation(String system, String code) {
        ObjectNode entry = filler.lab(0, today);
        ObjectNode observation = resource(entry);
        observation.remove(List.of("valueQuantity", "referenceRange"));
        String day = today.minusDays(7).toString();
        observation.put("effectiveDateTime", day + "T09:15:00+00:00").put("issued", day + "T10:00:00.000+00:00");
        ((ObjectNode) observation.path("category").path(0).path("coding").path(0)).put("code", "imaging");
        recode(entry, system, code);
        return entry;
    }

    private static void recode(ObjectNode entry, String system, String code) {
        ObjectNode concept = resource(entry).putObject("code");
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", "Tumour: " + code);
        concept.put("text", "Tumour: " + code);
    }

    private static ObjectNode resource(ObjectNode entry) {
        return (ObjectNode) entry.path("resource");
    }

    private static ObjectNode bundle(List<ObjectNode> entries) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", entries.size());
        ArrayNode all = bundle.putArray("entry");
        entries.forEach(all::add);
        return bundle;
    }

    /** What many EHRs send with each resource, and no rule reads. */
    private static void narrate(JsonNode value) {
        value.path("entry").forEach(entry -> narrate(entry.path("resource")));
        if (value instanceof ObjectNode resource
                && !resource.path("resourceType").asText().equals("Bundle")) {
            resource.putObject("text")
                    .put("status", "generated")
                    .put(
                            "div",
                            "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p><b>%s</b></p><table><tr><td>status</td><td>%s</td></tr><tr><td>id</td><td>%s</td></tr></table></div>"
                                    .formatted(
                                            resource.path("resourceType").asText(),
                                            resource.path("status").asText("active"),
                                            resource.path("id").asText()));
        }
    }
}
