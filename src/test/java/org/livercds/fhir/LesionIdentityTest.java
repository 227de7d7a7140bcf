package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.bodyStructure;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.count;
import static org.livercds.fhir.Fhir.focus;
import static org.livercds.fhir.Fhir.keyed;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.Lesions;

/** Which measurements are of one lesion, and how many lesions there are. */
class LesionIdentityTest {

    private static final String SEGMENT_2 = "277956007";

    @Test
    void a_body_structure_and_an_observation_with_one_identifier_are_one_lesion() {
        ObjectNode structure = bodyStructure("b", keyed("a") + "'active':true");
        assertEquals(1, live(structure, with(lesion("", "25"), focus("BodyStructure/b")), lesion("a", "26")));
    }

    @Test
    void an_absolute_and_a_versioned_reference_name_one_body_structure() {
        ObjectNode one = with(lesion("", "25"), focus("BodyStructure/b/_history/3"));
        ObjectNode other = with(lesion("", "26"), focus("https://ehr.example.org/fhir/BodyStructure/b"));
        assertEquals(1, live(bodyStructure("b", "'active':true"), one, other));
    }

    @Test
    void body_structures_without_identifier_are_told_apart_by_reference() {
        ObjectNode one = with(lesion("", "25"), focus("BodyStructure/b"));
        ObjectNode other = with(lesion("", "25"), focus("BodyStructure/c"));
        assertEquals(2, live(bodyStructure("b", "'active':true"), bodyStructure("c", "'active':true"), one, other));
        assertEquals(2, live(one, other));
    }

    @Test
    void the_focus_goes_before_the_identifier_of_the_observation() {
        ObjectNode focused = with(lesion("x", "25"), focus("BodyStructure/b"));
        assertEquals(1, live(bodyStructure("b", keyed("a") + "'active':true"), focused, lesion("a", "26")));
    }

    @Test
    void an_accession_number_is_no_key() {
        String accession = "'identifier':[{'system':'urn:accession','value':'4711'}]";
        assertEquals(2, live(with(lesion("", "25"), accession), with(lesion("", "26"), accession)));
    }

    @Test
    void different_keys_are_different_lesions() {
        assertEquals(3, live(lesion("a", "25"), lesion("b", "25"), lesion("c", "25")));
    }

    @Test
    void unkeyed_lesions_of_the_newest_day_count_and_older_ones_leave_the_count_open() {
        ObjectNode older = lesion("", "50", "mm", "2026-10-01");
        Lesions lesions = chart(older, lesion("", "20"), lesion("", "20")).lesions();
        assertEquals(2, lesions.live().size());
        assertTrue(lesions.count().open());
        assertEquals(Truth.UNKNOWN, lesions.count().isAtMost(3));
    }

    @Test
    void a_statement_on_the_newest_day_closes_the_count() {
        ObjectNode older = lesion("", "50", "mm", "2026-10-01");
        assertEquals(
                Truth.MET,
                chart(older, lesion("", "20"), complete()).lesions().count().isAtMost(3));
        assertEquals(
                Truth.MET,
                chart(older, lesion("", "20"), count("1")).lesions().count().isAtMost(3));
    }

    @Test
    void a_statement_before_the_newest_measurement_does_not_count() {
        ObjectNode before = with(complete(), "'effectiveDateTime':'2026-10-31'");
        assertEquals(
                Truth.UNKNOWN,
                chart(before, lesion("a", "20")).lesions().count().isAtMost(3));
    }

    @ParameterizedTest
    @CsvSource({"12, 17, 1, UNKNOWN", "12, 17.1, 2, MET", "12, 12, 1, UNKNOWN"})
    void two_in_one_segment_are_two_lesions_only_if_far_apart(
            String one, String other, int lesions, Truth atMostThree) {
        Lesions read = chart(segment(one), segment(other), complete()).lesions();
        assertEquals(lesions, read.live().size());
        assertEquals(atMostThree, read.count().isAtMost(3));
    }

    @Test
    void a_newer_measurement_in_a_segment_replaces_the_older() {
        Lesions read = chart(with(segment("40"), "'effectiveDateTime':'2026-10-01'"), segment("12"), complete())
                .lesions();
        assertEquals(1, read.live().size());
        assertEquals(Truth.MET, read.count().isAtMost(3));
    }

    @Test
    void two_segments_are_two_lesions() {
        assertEquals(2, live(segment("12"), with(lesion("", "12"), site("277957003"))));
    }

    @Test
    void the_side_of_a_segment_tells_lesions_apart() {
        String side =
                "'extension':[{'url':'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-laterality-qualifier',"
                        + "'valueCodeableConcept':" + snomed("7771000") + "}],";
        String sided = "'bodySite':" + snomed(SEGMENT_2).replaceFirst("\\{", "{" + side);
        assertEquals(2, live(segment("12"), with(lesion("", "12"), sided)));
    }

    private static ObjectNode segment(String millimetres) {
        return with(lesion("", millimetres), site(SEGMENT_2));
    }

    private static int live(ObjectNode... resources) {
        return chart(resources).lesions().live().size();
    }
}
