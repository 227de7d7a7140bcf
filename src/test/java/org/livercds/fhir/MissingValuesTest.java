package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.below;
import static org.livercds.fhir.Fhir.bodyStructure;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.coding;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.count;
import static org.livercds.fhir.Fhir.finding;
import static org.livercds.fhir.Fhir.focus;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.loinc;
import static org.livercds.fhir.Fhir.observation;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.size;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.ucum;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Fact;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.FactKey;
import org.livercds.clinical.patient.LesionKey;
import org.livercds.clinical.patient.Lesions;
import org.livercds.clinical.patient.LiverChart;

/** Elements of which only an extension or a part is there. */
class MissingValuesTest {

    private static final String ABSENT =
            "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}";

    @Test
    void a_count_without_a_number_is_no_count() {
        ObjectNode silent = with(count("1"), "'valueInteger':null,'_valueInteger':" + ABSENT);
        assertEquals(Optional.of(Fact.Reason.UNREADABLE), reason(FactKey.LESION_COUNT, silent));
        assertEquals(
                Truth.UNKNOWN,
                chart(lesion("a", "25"), silent).lesions().count().isAtMost(3));
    }

    @Test
    void a_performance_status_without_a_number_is_none() {
        ObjectNode silent = observation(loinc("89247-1"), "'_valueInteger':" + ABSENT);
        assertEquals(Optional.of(Fact.Reason.UNREADABLE), reason(FactKey.ECOG, silent));
    }

    @Test
    void a_list_that_is_neither_complete_nor_incomplete_leaves_the_count_open() {
        ObjectNode silent = with(complete(), "'valueBoolean':null,'_valueBoolean':" + ABSENT);
        assertEquals(Optional.of(Fact.Reason.UNREADABLE), reason(FactKey.LESION_LIST_COMPLETE, silent));
        assertEquals(
                Truth.UNKNOWN,
                chart(lesion("a", "25"), silent).lesions().count().isAtMost(3));
    }

    @Test
    void words_in_place_of_a_coded_finding_tell_nothing() {
        ObjectNode words =
                with(finding("extrahepatic-disease", "absent"), "'valueCodeableConcept':null,'valueString':'absent'");
        assertEquals(Optional.of(Fact.Reason.UNREADABLE), reason(FactKey.EXTRAHEPATIC, words));
        assertEquals(
                Truth.UNKNOWN, chart(condition("109841003"), words).spread().decide(Truth::of));
    }

    @Test
    void a_quantity_with_a_unit_and_no_number_leaves_the_size_open() {
        ObjectNode silent = size("'_value':" + ABSENT + "," + ucum("mm"));
        assertEquals(Truth.UNKNOWN, below("30", silent));
        assertEquals(1, chart(silent).lesions().live().size());
        assertEquals(0, chart(silent).conflicts().size());
    }

    @Test
    void a_date_that_is_only_said_to_be_missing_is_none() {
        ObjectNode undated = with(lesion("a", "25"), "'effectiveDateTime':null,'_effectiveDateTime':" + ABSENT);
        Lesions lesions = chart(undated).lesions();
        assertEquals(Optional.empty(), lesions.live().get(0).measured());
        assertEquals(Truth.UNKNOWN, below("30", undated));
    }

    @Test
    void an_identifier_without_a_system_is_no_key() {
        ObjectNode named = with(lesion("", "25"), "'identifier':[{'value':'x'}]");
        assertEquals(LesionKey.none(), onlyKey(named));
        assertEquals(
                2, chart(named, with(named, "'id':'second'")).lesions().live().size());
    }

    @Test
    void a_body_structure_whose_identifier_has_no_system_is_known_by_its_reference() {
        ObjectNode structure = bodyStructure("b", "'identifier':[{'value':'x'}]");
        LesionKey key = onlyKey(structure, with(lesion("", "25"), focus("BodyStructure/b")));
        assertEquals(LesionKey.identified("BodyStructure/b"), key);
    }

    @Test
    void the_code_of_another_organ_needs_no_words() {
        assertEquals(
                0,
                chart(with(lesion("a", "25"), site("39607008")))
                        .lesions()
                        .live()
                        .size());
    }

    @Test
    void an_unknown_standard_site_without_words_keeps_the_lesion_and_leaves_its_size_open() {
        assertOpen("'bodySite':" + snomed("999999990000000"));
        assertOpen("'bodySite':" + snomed("48521005"));
    }

    @Test
    void a_site_of_the_house_keeps_the_lesion_and_leaves_its_size_open() {
        assertOpen("'bodySite':" + coding("urn:ehr:sites", "4711"));
        assertOpen("'bodySite':{'coding':[{'system':'urn:ehr:sites','code':'4711','display':'Segment VII'}]}");
    }

    @Test
    void a_side_in_words_leaves_the_place_to_the_body_structure() {
        ObjectNode structure = bodyStructure("b", "'identifier':[{'system':'urn:livercds:lesion','value':'a'}]");
        ObjectNode sided = with(lesion("", "25"), focus("BodyStructure/b") + ",'bodySite':{'text':'right'}");
        assertEquals(Truth.MET, below("30", structure, sided));
    }

    @Test
    void a_unit_text_serves_where_the_code_is_of_another_system() {
        assertEquals(Truth.MET, below("30", size("'value':25,'unit':'mm','system':'urn:x','code':'kg'")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:30:00, Pacific/Auckland",
        "2026-11-01T23:30:00, Pacific/Auckland",
        "2026-11-01T00:30:00, Pacific/Honolulu",
        "2026-11-01T23:30:00, Pacific/Honolulu",
        "2026-11-01T10:30Z, UTC"
    })
    void a_time_without_offset_is_one_of_the_site(String time, ZoneId zone) {
        ChartReader reader = new ChartReader(Fhir.VALUE_SETS, zone, List.of("urn:livercds:lesion"));
        ObjectNode prefetch = prefetch(with(lesion("a", "25"), "'effectiveDateTime':'" + time + "'"));
        LiverChart chart = chart(reader.read("p1", Optional.empty(), prefetch, Fhir.TODAY));
        Optional<ChartDate> day = Optional.of(ChartDate.of(LocalDate.of(2026, 11, 1)));
        assertEquals(day, chart.lesions().live().get(0).measured());
        assertEquals(Truth.MET, chart.lesions().eachBelow(new BigDecimal(30)));
    }

    private static void assertOpen(String bodySite) {
        ObjectNode somewhere = with(lesion("a", "25"), bodySite);
        Lesions lesions = chart(somewhere).lesions();
        assertEquals(1, lesions.live().size());
        assertEquals(false, lesions.live().get(0).certainlyInLiver());
        assertEquals(Optional.empty(), lesions.live().get(0).size().value());
        assertEquals(Truth.UNKNOWN, below("30", somewhere));
    }

    private static LesionKey onlyKey(ObjectNode... resources) {
        Lesions lesions = chart(resources).lesions();
        assertEquals(1, lesions.live().size());
        return lesions.live().get(0).key();
    }

    private static Optional<Fact.Reason> reason(FactKey<?> key, ObjectNode... resources) {
        return chart(resources).facts().of(key).reason();
    }
}
