package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.coding;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.RecommendationId;
import org.livercds.clinical.patient.Drug;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.Limits;
import org.livercds.clinical.patient.LiverChart;
import org.livercds.clinical.patient.Problem;
import org.livercds.clinical.patient.Treatment;
import org.livercds.codes.ConceptSet;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.ValueSets;

/** A chart in a site's own codes is read like one in standard codes. */
class SiteCodesReadingTest {

    private static final String SITE = "urn:site";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String VALUES = "https://livercds.org/fhir/CodeSystem/liver-finding-value";
    private static final String MILLIMETRES = "'unit':'mm','system':'http://unitsofmeasure.org','code':'mm'";

    /** A target for each of the site's codes. */
    private static final Map<String, List<String>> MAP = Map.ofEntries(
            Map.entry("hcc", List.of(SNOMED, "109841003")),
            Map.entry("size", List.of(LOINC, "33728-7")),
            Map.entry("panel", List.of(LOINC, "21889-1")),
            Map.entry("width", List.of(LOINC, "33729-5")),
            Map.entry("bili, total", List.of(LOINC, "1975-2")),
            Map.entry("surgery", List.of(Codes.FINDING, "resectability")),
            Map.entry("no", List.of(VALUES, "unresectable")),
            Map.entry("liver", List.of(SNOMED, "10200004")),
            Map.entry("lung", List.of(SNOMED, "39607008")),
            Map.entry("seg2", List.of(SNOMED, "277956007")),
            Map.entry("rfa", List.of(SNOMED, code(ConceptSet.LIVER_ABLATION))),
            Map.entry("blood thinner", List.of(RXNORM, "11289")),
            Map.entry("dye", List.of(SNOMED, "293637006")));

    @TempDir
    private static Path mounted;

    private static ValueSets sets;

    @BeforeAll
    static void readMap() throws IOException {
        List<String> groups = MAP.entrySet().stream()
                .map(entry -> "{'source':'urn:site','target':'"
                        + entry.getValue().get(0)
                        + "','element':[{'code':'" + entry.getKey() + "','target':[{'equivalence':'equivalent','code':'"
                        + entry.getValue().get(1) + "'}]}]}")
                .toList();
        String map = "{'resourceType':'ConceptMap','group':[" + String.join(",", groups) + "]}";
        sets = mount(map.replace('\'', '"'));
    }

    @Test
    void a_draft_in_the_codes_of_the_site_is_recognised() {
        ObjectNode draft =
                json("{'resourceType':'ServiceRequest','code':{'coding':[{'system':'urn:site','code':'rfa'}]}}");
        assertEquals(
                Set.of(RecommendationId.ABLATION),
                new DraftOrders(sets)
                        .treatments(draft.arrayNode().add(draft), MissingNode.getInstance(), "p1", Optional.empty()));
    }

    @Test
    void a_diagnosis_in_a_code_of_the_site_is_known() {
        List<Problem> problems =
                read(ofSite("Condition", "hcc", "'id':'c'")).entries().problems();
        assertEquals(
                Set.of(Problem.Kind.HEPATOCELLULAR_CARCINOMA), problems.get(0).kinds());
        ReadChart without = Fhir.read(prefetch(ofSite("Condition", "hcc", "'id':'c'")));
        assertEquals(List.of(), without.entries().problems());
    }

    @Test
    void a_size_is_measured_whether_it_is_the_value_or_a_component() {
        String quantity = "'valueQuantity':{'value':29," + MILLIMETRES + "}";
        String site = "'bodySite':" + coding(SITE, "liver") + ",'status':'final','effectiveDateTime':'2026-11-01',";
        ObjectNode single = ofSite("Observation", "size", site + quantity);
        ObjectNode panel = ofSite(
                "Observation",
                "panel",
                site + "'component':[{'code':" + coding(SITE, "size") + "," + quantity + "},{'code':"
                        + coding(SITE, "width") + ",'valueQuantity':{'value':50," + MILLIMETRES + "}}]");
        for (ObjectNode measured : List.of(single, panel)) {
            LiverChart chart = chart(measured);
            assertEquals(Truth.MET, chart.lesions().eachBelow(new BigDecimal("30")));
            assertEquals(Truth.NOT_MET, chart.lesions().eachBelow(new BigDecimal("29")));
        }
    }

    @Test
    void a_body_site_of_the_site_tells_the_organ_and_the_lesion() {
        ObjectNode inLung = with(Fhir.lesion("", "29"), "'bodySite':" + coding(SITE, "lung"));
        assertTrue(read(inLung).entries().measurements().stream()
                .allMatch(measurement -> measurement.inLiver() == Truth.NOT_MET));
        ObjectNode own = with(Fhir.lesion("", "20"), "'bodySite':" + coding(SITE, "seg2"));
        ObjectNode standard = with(Fhir.lesion("", "21"), Fhir.site("277956007"));
        assertEquals(
                1,
                read(own, standard).entries().measurements().stream()
                        .map(measurement -> measurement.key())
                        .distinct()
                        .count());
    }

    @Test
    void a_finding_and_its_value_are_both_translated() {
        String dated = "'status':'final','effectiveDateTime':'2026-11-01','valueCodeableConcept':";
        ObjectNode finding = ofSite("Observation", "surgery", dated + coding(SITE, "no"));
        assertEquals(Optional.of(false), chart(finding).resectable().value());
        ObjectNode unknown = ofSite("Observation", "surgery", dated + coding(SITE, "perhaps"));
        assertEquals(Optional.empty(), chart(unknown).resectable().value());
    }

    @Test
    void a_standard_and_a_site_coding_that_contradict_each_other_are_no_value() {
        ObjectNode finding = Fhir.finding("resectability", "resectable");
        ((ObjectNode) finding.path("valueCodeableConcept"))
                .withArray("coding")
                .add(json("{'system':'urn:site','code':'no'}"));
        assertEquals(Optional.empty(), chart(finding).resectable().value());
        ObjectNode same = Fhir.finding("resectability", "unresectable");
        ((ObjectNode) same.path("valueCodeableConcept"))
                .withArray("coding")
                .add(json("{'system':'urn:site','code':'no'}"));
        assertEquals(Optional.of(false), chart(same).resectable().value());
    }

    @Test
    void a_laboratory_value_is_one_of_the_labs_under_whatever_key() {
        ObjectNode bilirubin = ofSite(
                "Observation",
                "bili, total",
                "'id':'b','status':'final','effectiveDateTime':'2026-11-01','valueQuantity':{'value':2.5,'unit':'mg/dL'}");
        ObjectNode request = prefetch();
        request.remove("labs");
        request.set("bloodTests", Fhir.bundle(bilirubin));
        ReadChart read = readAll(request);
        assertEquals(KeyState.DATA, read.ledger().state(PrefetchKey.LABS));
        assertTrue(LiverChart.of(read.entries(), Limits.standard())
                .facts()
                .of(FactKey.BILIRUBIN)
                .value()
                .isPresent());
    }

    @Test
    void a_procedure_a_drug_and_an_allergy_are_read() {
        ObjectNode done = ofSite("Procedure", "rfa", "'status':'completed','performedDateTime':'2026-10-01'");
        assertEquals(
                List.of(Treatment.Kind.ABLATION),
                read(done).entries().treatments().stream().map(Treatment::kind).toList());
        ObjectNode drug = json("{'resourceType':'MedicationRequest','id':'m','status':'active','subject':"
                + "{'reference':'Patient/p1'},'medicationCodeableConcept':" + coding(SITE, "blood thinner") + "}");
        List<Drug> drugs = read(drug).entries().drugs();
        assertEquals(
                List.of("warfarin"),
                drugs.stream().map(taken -> taken.evidence().value()).toList());
        assertTrue(drugs.get(0).coded());
        ObjectNode allergy = json("{'resourceType':'AllergyIntolerance','id':'a','patient':{'reference':'Patient/p1'},"
                + "'code':" + coding(SITE, "dye") + "}");
        assertEquals(1, read(allergy).entries().contrastAllergies().size());
    }

    @Test
    void one_coding_where_a_list_belongs_is_translated_as_well() {
        ObjectNode condition = ofSite("Condition", "hcc", "'id':'c'");
        condition.set("code", json("{'coding':{'system':'urn:site','code':'hcc'}}"));
        assertEquals(1, read(condition).entries().problems().size());
    }

    @Test
    void the_codes_of_the_site_are_asked_for_where_their_targets_are() {
        Map<String, String> published = PrefetchTemplates.of(sets);
        assertEquals(Set.of("urn:site|size", "urn:site|panel", "urn:site|surgery"), added(published, "observations"));
        assertEquals(Set.of("urn:site|bili%5C%2C%20total"), added(published, "labs"));
        Map<String, String> shipped = PrefetchTemplates.of(Fhir.VALUE_SETS);
        for (PrefetchKey key : PrefetchKey.values()) {
            boolean coded = key == PrefetchKey.OBSERVATIONS || key == PrefetchKey.LABS;
            assertEquals(!coded, shipped.get(key.key()).equals(published.get(key.key())), key.key());
        }
    }

    @Test
    void a_query_holds_the_codes_as_a_server_has_to_read_them() {
        FhirQueries queries = new FhirQueries(sets);
        String labs = queries.of(PrefetchKey.LABS, "p1").parameters().get("code");
        assertTrue(labs.endsWith(",urn:site|bili\\, total"), labs);
        String findings =
                queries.of(PrefetchKey.OBSERVATIONS, "p1").parameters().get("code");
        assertTrue(List.of(findings.split(",")).contains("urn:site|size"), findings);
        assertEquals("-date", queries.of(PrefetchKey.LABS, "p1").parameters().get("_sort"));
    }

    @Test
    void the_example_of_a_map_can_be_used_as_it_is() throws IOException {
        ValueSets example =
                mount(Files.readString(Path.of("fhir-profiles/examples/ConceptMap-site-codes-example.json")));
        String diagnoses = "https://hospital.example.org/codes/diagnoses";
        assertEquals("109841003", example.targets(diagnoses, "HCC").get(0).code());
        assertEquals(List.of(), example.targets(diagnoses, "LIVER-MASS"));
        assertTrue(PrefetchTemplates.of(example)
                .get("observations")
                .contains("https://hospital.example.org/codes/radiology|TU-MAX"));
        assertFalse(example.targets("https://hospital.example.org/codes/answers", "RESECT-NO")
                .isEmpty());
    }

    private static String code(ConceptSet set) {
        return Fhir.VALUE_SETS
                .codes(set)
                .filter(coding -> coding.system().equals(SNOMED))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static Set<String> added(Map<String, String> published, String key) {
        Set<String> before = Set.of(tokens(PrefetchTemplates.of(Fhir.VALUE_SETS).get(key)));
        return Stream.of(tokens(published.get(key)))
                .filter(token -> !before.contains(token))
                .collect(Collectors.toSet());
    }

    private static String[] tokens(String template) {
        return template.replaceAll(".*[?&]code=([^&]*).*", "$1").split(",");
    }

    private static ObjectNode ofSite(String type, String code, String members) {
        return with(
                json("{'resourceType':'" + type + "','subject':{'reference':'Patient/p1'}}"),
                "'code':" + coding(SITE, code) + "," + members);
    }

    private static LiverChart chart(ObjectNode... resources) {
        return LiverChart.of(read(resources).entries(), Limits.standard());
    }

    private static ReadChart read(ObjectNode... resources) {
        return readAll(prefetch(resources));
    }

    private static ReadChart readAll(JsonNode prefetch) {
        ChartReader reader = new ChartReader(sets, ZoneOffset.UTC, List.of("urn:livercds:lesion"));
        return reader.read(Fhir.PATIENT, Optional.empty(), (ObjectNode) prefetch, Fhir.TODAY);
    }

    private static ValueSets mount(String map) throws IOException {
        Path file = mounted.resolve("conceptmaps/ConceptMap-site-codes.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, map);
        return ValueSets.read(new ContentFolder("fhir-profiles", Optional.of(mounted)));
    }
}
