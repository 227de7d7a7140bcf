package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.bundle;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.loinc;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.read;
import static org.livercds.fhir.Fhir.state;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.DiseaseKind;

/** One bad entry costs that entry; where it might have mattered, the key is no longer complete. */
class DamagedResourceTest {

    private static final ObjectNode HCC = condition("109841003");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'effectiveDateTime':'2026-13-45'",
                "'effectiveDateTime':'yesterday'",
                "'status':'completed'",
                "'valueQuantity':{'value':'2,5','unit':'cm'}",
                "'valueQuantity':{'value':'<1','unit':'cm'}",
                "'valueQuantity':{'value':[1,2],'unit':'cm'}",
                "'valueQuantity':{'comparator':'about','value':2,'unit':'cm'}",
                "'valueString':'12 mm'",
                "'valueInteger':12",
                "'effectivePeriod':{'start':'2026-01-01'}",
                "'implicitRules':'https://example.org/rules'",
                "'modifierExtension':[{'url':'https://example.org/not','valueBoolean':true}]",
                "'subject':null",
                "'subject':{'display':'Clara'}"
            })
    void a_damaged_measurement_beside_good_ones_leaves_the_count_open(String damage) {
        ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), with(lesion("b", "12"), damage), complete());
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.OBSERVATIONS));
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
        assertEquals(Truth.UNKNOWN, chart(read(prefetch)).lesions().count().isAtMost(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'effectiveDateTime':'2026-13-45'",
                "'status':'completed'",
                "'valueString':'12 mm'",
                "'implicitRules':'https://example.org/rules'",
                "'subject':null"
            })
    void a_damaged_observation_of_something_else_changes_nothing(String damage) {
        ObjectNode other = with(Fhir.observation(loinc("718-7"), "'valueQuantity':{'value':14}"), damage);
        ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), other, complete());
        assertEquals(KeyState.DATA, state(prefetch, PrefetchKey.OBSERVATIONS));
        assertEquals(Truth.MET, chart(read(prefetch)).lesions().count().isAtMost(3));
    }

    @Test
    void an_observation_of_something_else_without_subject_is_only_skipped() {
        ObjectNode other = with(Fhir.observation(loinc("718-7"), "'valueInteger':14"), "'subject':null");
        Ledger.Entry entry = entry(prefetch(lesion("a", "12"), other), PrefetchKey.OBSERVATIONS);
        assertEquals(
                new Ledger.Entry(
                        PrefetchKey.OBSERVATIONS,
                        KeySource.PREFETCH,
                        KeyState.DATA,
                        1,
                        1,
                        entry.setAside(),
                        Optional.empty()),
                entry);
        assertEquals(Ledger.Why.NO_PATIENT, entry.setAside().get(0).why());
    }

    @Test
    void a_damaged_measurement_that_was_withdrawn_changes_nothing() {
        ObjectNode withdrawn = with(lesion("b", "12"), "'status':'entered-in-error','effectiveDateTime':'soon'");
        assertEquals(KeyState.DATA, state(prefetch(lesion("a", "12"), withdrawn), PrefetchKey.OBSERVATIONS));
    }

    @Test
    void damage_in_a_component_is_damage_of_the_observation() {
        String component = "'component':[{'code':" + loinc("33728-7") + ",'valueQuantity':{'value':'2,5'}}]";
        ObjectNode panel = with(lesion("b", "12"), "'code':{'text':'size'}," + component);
        assertEquals(KeyState.PARTIAL, state(prefetch(lesion("a", "12"), panel), PrefetchKey.OBSERVATIONS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'recordedDate':'2026-02-30'",
                "'onsetDateTime':'x'",
                "'onsetDateTime':'2026','onsetString':'x'",
                "'modifierExtension':[{'url':'https://example.org/not','valueBoolean':true}]"
            })
    void a_damaged_condition_beside_good_ones_makes_the_conditions_partial(String damage) {
        ObjectNode prefetch = prefetch(HCC, with(condition("94391008"), damage));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.CONDITIONS));
        assertEquals(KeyState.DATA, state(prefetch(HCC, with(condition("J45.0"), damage)), PrefetchKey.CONDITIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status':'final'", "'performedDateTime':'?'", "'performedString':'x'"})
    void a_damaged_procedure_makes_the_procedures_partial(String damage) {
        ObjectNode prefetch = prefetch(HCC, with(Fhir.procedure("428115007", "2026-11-10"), damage));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.PROCEDURES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resourceType':'Observ'",
                "'code':{'coding':[{'system':'http://loinc.org','code':''}]}",
                "'code':{'coding':[{'system':' ','code':'33728-7'}],'text':''}"
            })
    void a_lesion_whose_type_or_code_is_lost_is_not_one_less(String damage) {
        ObjectNode prefetch = prefetch(HCC, Fhir.lesion("a", "12"), with(Fhir.lesion("b", "45"), damage));
        prefetch.withArray("/observations/entry").addObject().set("resource", with(Fhir.lesion("b", "45"), damage));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.OBSERVATIONS));
    }

    @Test
    void an_unknown_resource_type_costs_that_entry() {
        ObjectNode stu3 = json("{'resourceType':'ProcedureRequest','subject':{'reference':'Patient/p1'}}");
        ObjectNode prefetch = prefetch();
        prefetch.set("conditions", bundle(with(HCC, "'id':'c'"), stu3));
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(prefetch)).kind());
        assertEquals(
                new Ledger.Entry(
                        PrefetchKey.CONDITIONS,
                        KeySource.PREFETCH,
                        KeyState.DATA,
                        1,
                        1,
                        aside("ProcedureRequest", Ledger.Why.NOT_UNDERSTOOD),
                        Optional.empty()),
                entry(prefetch, PrefetchKey.CONDITIONS));
    }

    @Test
    void an_entry_without_resource_makes_it_partial() {
        ObjectNode prefetch = prefetch(HCC);
        prefetch.withArray("/conditions/entry").addObject().put("fullUrl", "urn:uuid:1");
        assertEquals(
                new Ledger.Entry(
                        PrefetchKey.CONDITIONS,
                        KeySource.PREFETCH,
                        KeyState.PARTIAL,
                        1,
                        1,
                        List.of(),
                        Optional.empty()),
                entry(prefetch, PrefetchKey.CONDITIONS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'unknown':{'deep':[1]}",
                "'category':{'coding':[{'code':'x'}]}",
                "'category':[]",
                "'note':null",
                "'category':[null]",
                "'interpretation':[{}]",
                "'valueQuantity':{'value':'2.5','unit':'cm'}"
            })
    void what_clients_write_loosely_is_read(String loose) {
        ObjectNode prefetch = prefetch(HCC, with(lesion("a", "12"), loose), complete());
        assertEquals(KeyState.DATA, state(prefetch, PrefetchKey.OBSERVATIONS));
        assertEquals(Truth.MET, chart(read(prefetch)).lesions().count().isAtMost(3));
    }

    private static Ledger.Entry entry(ObjectNode prefetch, PrefetchKey key) {
        return read(prefetch).ledger().entries().get(key.ordinal());
    }

    private static List<Ledger.SetAside> aside(String reference, Ledger.Why why) {
        return List.of(new Ledger.SetAside(reference, why));
    }
}
