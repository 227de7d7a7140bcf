package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.LUNG;
import static org.livercds.fhir.Fhir.below;
import static org.livercds.fhir.Fhir.bodyStructure;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.focus;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.Lesion;
import org.livercds.clinical.patient.LiverChart;

/** Which measurements are of live, suspicious lesions of the liver. */
class LesionScopeTest {

    private static final ObjectNode HAEMANGIOMA = with(condition("93469006"), "'id':'h'");
    private static final ObjectNode SEEN = with(lesion("a", "25"), "'id':'o'");
    private static final String EVIDENCE = "'evidence':[{'detail':[{'reference':'Observation/o'}]}]";

    @ParameterizedTest
    @ValueSource(strings = {"final", "amended", "corrected"})
    void a_finished_result_counts(String status) {
        assertEquals(Truth.MET, below("30", with(SEEN, "'status':'" + status + "'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered", "preliminary", "cancelled", "entered-in-error", "unknown"})
    void an_unfinished_or_withdrawn_result_does_not_count(String status) {
        assertEquals(0, live(with(SEEN, "'status':'" + status + "'")));
    }

    @Test
    void an_unfinished_newer_result_does_not_replace_a_finished_one() {
        ObjectNode newer = with(lesion("a", "45", "mm", "2026-11-10"), "'status':'preliminary'");
        assertEquals(Truth.MET, below("30", lesion("a", "25"), newer));
    }

    @Test
    void a_measurement_of_another_organ_is_no_liver_lesion() {
        assertEquals(0, live(with(SEEN, site(LUNG))));
        assertEquals(0, live(with(SEEN, "'bodySite':" + snomed(LUNG).replace("]", "],'text':'right lung'"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'bodySite':null", "'bodySite':{'text':'right'}", "'bodySite':{'coding':[{}]}"})
    void a_measurement_whose_organ_nobody_told_is_a_lesion_of_open_size(String bodySite) {
        LiverChart chart = chart(with(SEEN, bodySite));
        assertEquals(Truth.UNKNOWN, below("30", with(SEEN, bodySite)));
        assertEquals(1, chart.lesions().live().size());
        assertTrue(chart.lesions().live().stream().noneMatch(Lesion::certainlyInLiver));
    }

    @Test
    void a_site_coded_unknown_but_called_liver_is_open() {
        String named = "'bodySite':{'coding':[{'system':'urn:sites','code':'77','display':'Lobe of liver'}]}";
        assertEquals(Truth.UNKNOWN, below("30", with(SEEN, named)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'code':'Liver structure','display':'10200004'", "'code':'1','display':'?'"})
    void a_site_whose_code_or_words_are_none_is_open(String site) {
        String odd = "'bodySite':{'coding':[{'system':'http://snomed.info/sct'," + site + "}]}";
        assertEquals(1, live(with(SEEN, odd)));
        assertEquals(Truth.UNKNOWN, below("30", with(SEEN, odd)));
    }

    @Test
    void the_location_of_the_body_structure_serves_where_the_observation_has_no_site() {
        ObjectNode there = with(SEEN, "'bodySite':null," + focus("BodyStructure/b"));
        assertEquals(Truth.MET, below("30", there, bodyStructure("b", "'active':true")));
        assertEquals(Truth.UNKNOWN, below("30", there));
        assertEquals(0, live(there, bodyStructure("b", "'location':" + snomed(LUNG))));
    }

    @Test
    void a_key_once_said_to_be_in_the_liver_is_there_each_time() {
        ObjectNode silent = with(lesion("a", "25"), "'bodySite':null");
        assertEquals(Truth.MET, below("30", silent, lesion("a", "12", "mm", "2026-09-01")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'specimen':{'reference':'Specimen/s'}",
                "'focus':[{'reference':'Specimen/s'}]",
                "'focus':[{'type':'Specimen','identifier':{'system':'urn:x','value':'1'}}]"
            })
    void a_removed_specimen_is_no_live_lesion(String members) {
        assertEquals(0, live(with(SEEN, members)));
    }

    @Test
    void a_lesion_whose_focus_is_a_benign_condition_is_not_counted() {
        assertEquals(0, live(HAEMANGIOMA, with(SEEN, focus("Condition/h"))));
    }

    @Test
    void a_lesion_that_is_evidence_of_a_benign_condition_is_not_counted() {
        assertEquals(0, live(with(HAEMANGIOMA, EVIDENCE), SEEN));
        assertTrue(chart(with(HAEMANGIOMA, EVIDENCE), SEEN).benign());
    }

    @Test
    void a_key_once_called_benign_is_so_each_time() {
        assertEquals(0, live(with(HAEMANGIOMA, EVIDENCE), SEEN, lesion("a", "28", "mm", "2026-11-10")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error", "provisional", "unconfirmed", "differential"})
    void a_benign_condition_that_is_not_confirmed_clears_nothing(String verification) {
        String status = ",'verificationStatus':" + Fhir.coding("urn:status", verification);
        assertEquals(1, live(with(HAEMANGIOMA, EVIDENCE + status), SEEN));
    }

    @Test
    void a_malignant_condition_clears_nothing() {
        assertEquals(1, live(with(condition("94381002"), EVIDENCE), SEEN));
        assertEquals(1, live(with(condition("94381002"), "'id':'h'"), with(SEEN, focus("Condition/h"))));
    }

    private static int live(ObjectNode... resources) {
        return chart(resources).lesions().live().size();
    }
}
