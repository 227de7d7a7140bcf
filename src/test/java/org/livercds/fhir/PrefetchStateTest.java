package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.bundle;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.read;
import static org.livercds.fhir.Fhir.state;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.ChartPart;
import org.livercds.clinical.patient.DiseaseKind;

/** What a prefetch value turns out to be, for every key. */
class PrefetchStateTest {

    private static final Map<PrefetchKey, ObjectNode> ONE_OF_EACH = new EnumMap<>(Map.of(
            PrefetchKey.PATIENT, Fhir.patient(),
            PrefetchKey.CONDITIONS, with(condition("109841003"), "'id':'c'"),
            PrefetchKey.OBSERVATIONS, with(lesion("a", "12"), "'id':'o'"),
            PrefetchKey.LABS, with(Fhir.observation(Fhir.loinc("1975-2"), "'valueInteger':1"), "'id':'l'"),
            PrefetchKey.PROCEDURES, with(Fhir.procedure("428115007", "2026-01-01"), "'id':'p'"),
            PrefetchKey.MEDICATIONS,
                    json(
                            "{'resourceType':'MedicationRequest','id':'m','status':'active','intent':'order',"
                                    + "'subject':{'reference':'Patient/p1'},'medicationCodeableConcept':{'text':'Warfarin 5 mg'}}"),
            PrefetchKey.ALLERGIES,
                    json("{'resourceType':'AllergyIntolerance','id':'a','patient':{'reference':'Patient/p1'},"
                            + "'code':{'text':'Iodinated contrast'}}"),
            PrefetchKey.BODY_STRUCTURES, Fhir.bodyStructure("b", "'active':true")));

    private static final Map<String, KeyState> WITHOUT_RESOURCES = Map.ofEntries(
            Map.entry("null", KeyState.NULL),
            Map.entry("'text'", KeyState.UNUSABLE),
            Map.entry("''", KeyState.UNUSABLE),
            Map.entry("'<html><body>502</body></html>'", KeyState.UNUSABLE),
            Map.entry("404", KeyState.UNUSABLE),
            Map.entry("true", KeyState.UNUSABLE),
            Map.entry("[]", KeyState.UNUSABLE),
            Map.entry("{}", KeyState.UNUSABLE),
            Map.entry("{'response':{'status':'404'}}", KeyState.UNUSABLE),
            Map.entry("{'response':{'status':'404'},'resource':null}", KeyState.UNUSABLE),
            Map.entry("{'resourceType':'Encounter','id':'e'}", KeyState.UNUSABLE),
            Map.entry("{'resourceType':'Bundle','type':'searchset','total':0}", KeyState.EMPTY),
            Map.entry("{'resourceType':'Bundle','entry':[]}", KeyState.EMPTY),
            Map.entry("{'resource':{'resourceType':'Bundle','total':0}}", KeyState.EMPTY),
            Map.entry("{'resourceType':'Bundle','total':0,'entry':[OUTCOME-warning]}", KeyState.EMPTY),
            Map.entry("{'resourceType':'Bundle','total':0,'entry':[OUTCOME-information]}", KeyState.EMPTY),
            Map.entry("{'resourceType':'Bundle','total':0,'entry':[OUTCOME-error]}", KeyState.ERROR),
            Map.entry("{'resourceType':'Bundle','entry':[OUTCOME-fatal,OUTCOME-warning]}", KeyState.ERROR),
            Map.entry("{'resourceType':'Bundle','entry':[{'fullUrl':'urn:x'}]}", KeyState.PARTIAL),
            Map.entry("{'resourceType':'OperationOutcome','issue':[{'severity':'error'}]}", KeyState.ERROR),
            Map.entry("{'resourceType':'OperationOutcome','issue':[{'severity':'fatal'}]}", KeyState.ERROR),
            Map.entry("{'resourceType':'OperationOutcome','issue':[]}", KeyState.ERROR),
            Map.entry("{'resourceType':'OperationOutcome'}", KeyState.ERROR));

    static Stream<Arguments> valuesWithoutResources() {
        return Stream.of(PrefetchKey.values())
                .flatMap(key -> WITHOUT_RESOURCES.entrySet().stream()
                        .map(value -> Arguments.of(key, value.getKey(), value.getValue())));
    }

    @ParameterizedTest
    @MethodSource("valuesWithoutResources")
    void a_value_without_resources_has_its_state_under_every_key(PrefetchKey key, String value, KeyState state) {
        ObjectNode prefetch = prefetch();
        prefetch.set(key.key(), json("{'v':" + outcomes(value) + "}").get("v"));
        assertEquals(state, state(prefetch, key));
        assertEquals(!state.isComplete(), read(prefetch).entries().unread().contains(key.part()));
    }

    @ParameterizedTest
    @EnumSource(PrefetchKey.class)
    void a_missing_key_is_absent_and_its_part_unread(PrefetchKey key) {
        ObjectNode prefetch = prefetch();
        prefetch.remove(key.key());
        assertEquals(KeyState.ABSENT, state(prefetch, key));
        assertEquals(Set.of(key.part()), read(prefetch).entries().unread());
    }

    @ParameterizedTest
    @EnumSource(PrefetchKey.class)
    void a_resource_is_data_in_every_wrapping(PrefetchKey key) {
        ObjectNode one = ONE_OF_EACH.get(key);
        ObjectNode collection = bundle(one).put("type", "collection");
        ObjectNode untyped = bundle(one);
        untyped.remove("type");
        ObjectNode old = json("{'response':{'status':'200 OK'}}");
        old.set("resource", bundle(one));
        for (ObjectNode value : new ObjectNode[] {one, bundle(one), collection, untyped, old}) {
            ObjectNode prefetch = prefetch();
            prefetch.set(key.key(), value);
            assertEquals(KeyState.DATA, state(prefetch, key));
            assertEquals(1, entry(prefetch, key).resources());
        }
    }

    @ParameterizedTest
    @EnumSource(PrefetchKey.class)
    void a_further_page_makes_it_partial_but_for_laboratory_values(PrefetchKey key) {
        ObjectNode paged = bundle(ONE_OF_EACH.get(key));
        paged.set(
                "link",
                json("{'v':[{'relation':'self','url':'x'},{'relation':'next','url':'y'}]}")
                        .get("v"));
        ObjectNode counted = bundle(ONE_OF_EACH.get(key)).put("total", 2);
        ObjectNode prefetch = prefetch();
        for (ObjectNode value : new ObjectNode[] {paged, counted}) {
            prefetch.set(key.key(), value);
            assertEquals(key == PrefetchKey.LABS ? KeyState.DATA : KeyState.PARTIAL, state(prefetch, key));
        }
    }

    @ParameterizedTest
    @CsvSource({"error, PARTIAL", "fatal, PARTIAL", "warning, DATA", "information, DATA"})
    void an_error_among_data_makes_it_partial(String severity, KeyState state) {
        ObjectNode prefetch = prefetch(condition("109841003"));
        ((ArrayNode) prefetch.at("/conditions/entry")).add(json(outcomes("OUTCOME-" + severity)));
        assertEquals(state, state(prefetch, PrefetchKey.CONDITIONS));
    }

    @Test
    void an_included_resource_does_not_count_towards_the_total() {
        ObjectNode bundle = bundle(condition("109841003"), Fhir.patient());
        ((ObjectNode) bundle.at("/entry/1")).set("search", json("{'mode':'include'}"));
        ObjectNode prefetch = prefetch();
        prefetch.set("conditions", bundle.put("total", 2));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.CONDITIONS));
    }

    @Test
    void a_key_of_another_name_serves_where_its_resources_fit() {
        ObjectNode prefetch = prefetch(condition("109841003"), lesion("a", "12"), complete());
        for (PrefetchKey key : PrefetchKey.values()) {
            prefetch.set("-" + key.key(), prefetch.remove(key.key()));
        }
        assertEquals(KeyState.DATA, state(prefetch, PrefetchKey.CONDITIONS));
        assertEquals(KeyState.DATA, state(prefetch, PrefetchKey.OBSERVATIONS));
        assertEquals(KeyState.ABSENT, state(prefetch, PrefetchKey.LABS));
        assertEquals(KeyState.ABSENT, state(prefetch, PrefetchKey.PROCEDURES));
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(prefetch)).kind());
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
    }

    @Test
    void a_resource_counts_by_what_it_is() {
        ObjectNode prefetch = prefetch();
        prefetch.set("labs", bundle(with(condition("109841003"), "'id':'c'"), with(lesion("a", "12"), "'id':'o'")));
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(prefetch)).kind());
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
    }

    @Test
    void unread_observations_leave_the_count_open_and_unread_conditions_the_spread() {
        ObjectNode prefetch = prefetch(
                condition("94381002"), lesion("a", "12"), complete(), Fhir.finding("extrahepatic-disease", "absent"));
        assertEquals(Truth.MET, chart(read(prefetch)).lesions().count().isAtMost(3));
        assertEquals(Truth.NOT_MET, chart(read(prefetch)).spread().decide(Truth::of));
        ((ObjectNode) prefetch.get("observations")).put("total", 5);
        ((ObjectNode) prefetch.get("conditions")).put("total", 5);
        assertEquals(Truth.UNKNOWN, chart(read(prefetch)).lesions().count().isAtMost(3));
        assertEquals(Truth.UNKNOWN, chart(read(prefetch)).spread().decide(Truth::of));
        assertTrue(read(prefetch).entries().unread().contains(ChartPart.CONDITIONS));
    }

    private static Ledger.Entry entry(ObjectNode prefetch, PrefetchKey key) {
        return read(prefetch).ledger().entries().get(key.ordinal());
    }

    private static String outcomes(String value) {
        return value.replaceAll(
                "OUTCOME-([a-z]+)",
                "{'resource':{'resourceType':'OperationOutcome','issue':[{'severity':'$1'}]},'search':{'mode':'outcome'}}");
    }
}
