package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.livercds.fhir.Fhir.below;
import static org.livercds.fhir.Fhir.bodyStructure;
import static org.livercds.fhir.Fhir.bundle;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.focus;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.patient;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.procedure;
import static org.livercds.fhir.Fhir.read;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.size;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.state;
import static org.livercds.fhir.Fhir.ucum;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.guideline.CautionId;
import org.livercds.clinical.patient.DiseaseKind;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/** Wrong shapes, unusual references and numbers no chart should hold. */
class DoubtfulShapesTest {

    private static final ObjectNode HCC = with(condition("109841003"), "'id':'hcc'");
    private static final ObjectNode SPREAD = with(condition("94391008"), "'id':'lung'");
    private static final String KEY = "'identifier':[{'system':'urn:livercds:lesion','value':'a'}]";

    @ParameterizedTest
    @ValueSource(strings = {"'valueQuantity':'25 mm'", "'bodySite':'lung'", "'focus':'Specimen/1'"})
    void text_in_place_of_an_object_makes_the_observations_partial(String shape) {
        ObjectNode prefetch = prefetch(HCC, with(lesion("a", "25"), shape), Fhir.complete());
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.OBSERVATIONS));
        assertEquals(0, chart(read(prefetch)).lesions().live().size());
        assertEquals(Truth.UNKNOWN, chart(read(prefetch)).lesions().count().isAtMost(3));
    }

    @Test
    void an_array_of_one_code_is_that_code() {
        assertEquals(
                DiseaseKind.HEPATOCELLULAR_CARCINOMA,
                chart(with(HCC, "'code':[" + snomed("109841003") + "]")).kind());
    }

    @Test
    void a_bundle_is_read_as_far_as_its_shape_can_be_understood() {
        String entry = "{'resource':" + HCC.toString().replace('"', '\'') + "}";
        assertConditions(KeyState.DATA, json("{'resourceType':'Bundle','entry':" + entry + "}"));
        assertConditions(KeyState.PARTIAL, bundle(HCC, bundle(SPREAD)));
        ObjectNode linked = bundle(HCC);
        linked.set("link", json("{'relation':'next','url':'http://x'}"));
        assertConditions(KeyState.PARTIAL, linked);
        ObjectNode none = prefetch();
        none.set("conditions", json("{'resourceType':'Bundle','entry':'none'}"));
        assertEquals(KeyState.UNUSABLE, state(none, PrefetchKey.CONDITIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://internal/fhir/Patient/p1", "p1"})
    void a_subject_that_may_be_the_patient_leaves_the_conditions_open(String subject) {
        ObjectNode prefetch = prefetch(HCC, with(SPREAD, "'subject':{'reference':'" + subject + "'}"));
        ReadChart read = Fhir.readAs("p1", "https://ehr.example.org/fhir", prefetch);
        assertEquals(KeyState.PARTIAL, read.ledger().state(PrefetchKey.CONDITIONS));
        assertEquals(Truth.UNKNOWN, chart(read).spread().decide(Truth::of));
    }

    @Test
    void a_urn_leads_to_what_its_bundle_gives_under_it() {
        ObjectNode people = prefetch();
        people.set("patient", at("urn:uuid:77", patient()));
        people.set("conditions", bundle(with(HCC, "'subject':{'reference':'urn:uuid:77'}")));
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(people)).kind());

        ObjectNode lesions =
                prefetch(with(lesion("", "25"), focus("urn:uuid:5")), lesion("a", "12", "mm", "2026-10-01"));
        lesions.set("bodyStructures", at("urn:uuid:5", bodyStructure("b1", KEY)));
        List<Lesion> live = chart(read(lesions)).lesions().live();
        assertEquals(1, live.size());
        assertEquals("urn:livercds:lesion|a", live.get(0).key().value());

        ObjectNode benign = prefetch(with(lesion("a", "25"), focus("urn:uuid:9")));
        benign.set("conditions", at("urn:uuid:9", with(condition("93469006"), "'id':'h'")));
        assertEquals(0, chart(read(benign)).lesions().live().size());
    }

    @Test
    void neither_contained_body_structures_nor_accession_numbers_join_lesions() {
        String contained = "'contained':[{'resourceType':'BodyStructure','id':'t','patient':{'reference':'Patient/p1'},"
                + "'location':" + snomed(Fhir.LIVER) + "}]," + focus("#t");
        assertLive(2, with(lesion("", "25"), contained), with(lesion("", "26"), contained));
        String accession = "'identifier':[{'system':'urn:accession','value':'77'}]";
        ObjectNode one = with(lesion("", "25"), focus("BodyStructure/b1"));
        ObjectNode other = with(lesion("", "26"), focus("BodyStructure/b2"));
        assertLive(2, bodyStructure("b1", accession), bodyStructure("b2", accession), one, other);
    }

    @Test
    void an_invisible_character_in_a_segment_makes_no_second_lesion() {
        ObjectNode odd = with(lesion("", "26"), site("2779\u200b56007"));
        assertLive(1, with(lesion("", "25"), site("277956007")), odd);
    }

    @Test
    void a_resource_without_id_counts_once_under_a_key_of_another_name() {
        ObjectNode prefetch = prefetch();
        prefetch.removeAll();
        prefetch.set("all", bundle(with(HCC, "'id':null"), lesion("", "25")));
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(prefetch)).kind());
    }

    @Test
    void of_two_versions_the_newer_counts_in_either_order() {
        ObjectNode old = with(lesion("", "45"), "'id':'x','meta':{'versionId':'9'}");
        ObjectNode current = with(lesion("", "25"), "'id':'x','meta':{'versionId':'10'}");
        assertLive(1, old, current);
        assertEquals(Truth.MET, below("30", old, current));
        assertEquals(Truth.MET, below("30", current, old));
        ObjectNode younger = with(patient(), "'birthDate':'2020-01-01'");
        assertEquals(
                chart(patient(), younger).person(), chart(younger, patient()).person());
    }

    @Test
    void a_longest_diameter_counts_in_any_panel_unless_something_modifies_it() {
        String longest = "'code':" + Fhir.loinc("33728-7") + ",'valueQuantity':{'value':45," + ucum("mm") + "}}]";
        ObjectNode panel =
                Fhir.observation(Fhir.coding("urn:ehr", "lesion"), site(Fhir.LIVER) + ",'component':[{" + longest);
        assertEquals(Truth.NOT_MET, below("30", panel));
        String modifier = "'component':[{'modifierExtension':[{'url':'http://x','valueBoolean':true}],";
        ObjectNode modified = prefetch(with(panel, modifier + longest));
        assertEquals(KeyState.PARTIAL, state(modified, PrefetchKey.OBSERVATIONS));
        assertEquals(0, chart(read(modified)).lesions().live().size());
    }

    @Test
    void a_reason_in_another_organ_treats_nothing_and_one_that_is_lost_treats_all() {
        ObjectNode lung = with(lesion("l", "25"), "'id':'l'," + site(Fhir.LUNG));
        String reasons = "'reasonReference':[{'reference':'Observation/l'}]";
        assertEquals(0, treated(lesion("", "25"), lung, with(procedure("1156506007", "2026-11-10"), reasons)));
        ObjectNode named = with(lesion("a", "25"), "'id':'a2'");
        String lost = "'reasonReference':[{'reference':'Observation/a2'},{'reference':'Observation/b1'}]";
        assertEquals(2, treated(named, lesion("b", "25"), with(procedure("428115007", "2026-11-10"), lost)));
    }

    @ParameterizedTest
    @CsvSource({"1E+1000000000, true", "1E-1000000000, false"})
    void a_number_beyond_reckoning_is_soon_read_as_a_lesion_of_unknown_size(String value, boolean conflict) {
        Fhir.advice(prefetch(HCC, lesion("a", "25")));
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            ObjectNode prefetch = prefetch(patient(), HCC, size("'value':" + value + "," + ucum("mm")));
            LiverChart chart = chart(read(prefetch));
            assertEquals(1, chart.lesions().live().size());
            assertEquals(Optional.empty(), chart.lesions().live().get(0).size().value());
            assertEquals(
                    conflict,
                    Fhir.advice(prefetch).cautions().stream().anyMatch(said -> said.id() == CautionId.CONFLICT));
        });
    }

    private static ObjectNode at(String fullUrl, ObjectNode resource) {
        ObjectNode bundle = bundle(resource);
        ((ObjectNode) bundle.at("/entry/0")).put("fullUrl", fullUrl);
        return bundle;
    }

    private static void assertConditions(KeyState state, ObjectNode bundle) {
        ObjectNode prefetch = prefetch();
        prefetch.set("conditions", bundle);
        assertEquals(state, state(prefetch, PrefetchKey.CONDITIONS));
        assertEquals(DiseaseKind.HEPATOCELLULAR_CARCINOMA, chart(read(prefetch)).kind());
    }

    private static void assertLive(int lesions, ObjectNode... resources) {
        assertEquals(lesions, chart(resources).lesions().live().size());
    }

    private static long treated(ObjectNode... resources) {
        return chart(resources).lesions().live().stream()
                .filter(Lesion::isTreatedSince)
                .count();
    }
}
