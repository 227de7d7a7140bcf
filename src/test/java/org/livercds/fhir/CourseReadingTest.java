package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.LIVER;
import static org.livercds.fhir.Fhir.TODAY;
import static org.livercds.fhir.Fhir.bodyStructure;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.focus;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.loinc;
import static org.livercds.fhir.Fhir.observation;
import static org.livercds.fhir.Fhir.patient;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.site;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.ucum;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.patient.Course;
import org.livercds.clinical.patient.LesionCourse;
import org.livercds.clinical.patient.Segment;
import org.livercds.clinical.patient.Therapy;

class CourseReadingTest {

    private static final String SEGMENT_VII = "277961009";
    private static final String SEGMENT_VI = "277960005";
    private static final String SEGMENT_IVB = "871689006";

    @Test
    void a_segment_comes_from_the_observation_or_from_the_lesion_that_it_names() {
        ObjectNode here = with(lesion("a", "29"), site(SEGMENT_VII));
        ObjectNode there = with(lesion("", "20"), focus("BodyStructure/b"));
        assertEquals(
                List.of(Optional.of(Segment.VII), Optional.of(Segment.IV)),
                segments(here, there, bodyStructure("b", "'location':" + snomed(SEGMENT_IVB))));
    }

    @Test
    void no_segment_is_guessed() {
        ObjectNode whole = lesion("a", "40");
        ObjectNode words = with(lesion("b", "35"), "'bodySite':{'text':'segment VII'}," + focus("BodyStructure/b"));
        ObjectNode two = with(lesion("c", "30"), site(SEGMENT_VII) + "," + focus("BodyStructure/c"));
        ObjectNode before = with(lesion("d", "20", "mm", "2026-05-01"), site(SEGMENT_VI));
        ObjectNode after = with(lesion("d", "25"), site(SEGMENT_VII));
        ObjectNode unknown = with(lesion("e", "12"), "'bodySite':" + Fhir.coding("urn:site", "S7"));
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                segments(
                        whole,
                        words,
                        two,
                        before,
                        after,
                        with(unknown, focus("BodyStructure/e")),
                        bodyStructure("b", "'x':null"),
                        bodyStructure("c", "'location':" + snomed(SEGMENT_VI)),
                        bodyStructure("e", "'location':" + snomed(LIVER))));
    }

    @Test
    void all_results_come_with_their_unit() {
        ObjectNode mass = afp("2026-01-10", "'value':24," + ucum("ng/mL"));
        ObjectNode more = afp("2026-05-10", "'comparator':'>','value':1000," + ucum("ng/mL"));
        Course course = course(mass, more);
        assertEquals(
                List.of("24 ng/mL", "> 1000 ng/mL"),
                course.afp().stream().map(result -> result.evidence().value()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "active, order, PRESCRIBED",
        "on-hold, order, PRESCRIBED",
        "completed, order, PRESCRIPTION_ENDED",
        "stopped, original-order, PRESCRIPTION_ENDED",
        "cancelled, order,",
        "draft, order,",
        "active, proposal,",
        "active, plan,",
        "active, option,"
    })
    void a_therapy_was_prescribed_unless_it_was_only_meant(String status, String intent, Therapy.State state) {
        ObjectNode request = json("{'resourceType':'MedicationRequest','subject':{'reference':'Patient/p1'},'status':'"
                + status + "','intent':'" + intent + "','authoredOn':'2026-05-20','medicationCodeableConcept':"
                + Fhir.coding("http://www.nlm.nih.gov/research/umls/rxnorm", "495881") + "}");
        assertEquals(
                Optional.ofNullable(state).stream().toList(),
                course(request).therapies().stream().map(Therapy::state).toList());
        assertEquals(List.of(), course(with(request, "'doNotPerform':true")).therapies());
    }

    @Test
    void what_is_taken_is_taken_until_today_and_a_therapy_without_a_date_has_none() {
        List<Therapy> therapies = course(
                        statement("'status':'active','effectivePeriod':{'start':'2026-06-01'}"),
                        statement("'status':'completed','effectivePeriod':{'start':'2025-06-01','end':'2025-09-01'}"),
                        statement("'status':'stopped'"),
                        statement("'status':'not-taken','effectiveDateTime':'2025-01-01'"))
                .therapies();
        assertEquals(
                List.of(
                        Optional.of(new ChartDate(LocalDate.of(2026, 6, 1), TODAY)),
                        Optional.of(new ChartDate(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 1))),
                        Optional.empty()),
                therapies.stream().map(Therapy::date).toList());
        assertTrue(therapies.stream().allMatch(therapy -> therapy.drug().equals("sorafenib")));
        assertEquals(Therapy.State.TAKEN, therapies.get(0).state());
        assertEquals(Therapy.State.TAKING_ENDED, therapies.get(2).state());
    }

    @Test
    void an_anticoagulant_is_no_therapy_and_the_sex_is_as_coded() {
        ObjectNode warfarin = json("{'resourceType':'MedicationRequest','subject':{'reference':'Patient/p1'},"
                + "'status':'active','intent':'order','medicationCodeableConcept':{'text':'warfarin'}}");
        assertEquals(List.of(), course(warfarin).therapies());
        assertEquals("female", course(patient()).sex());
        assertEquals("unknown", course(with(patient(), "'gender':null")).sex());
        assertEquals("unknown", course().sex());
    }

    private static ObjectNode statement(String members) {
        ObjectNode statement = json("{'resourceType':'MedicationStatement','subject':{'reference':'Patient/p1'},"
                + "'medicationCodeableConcept':{'text':'sorafenib 200 mg'}}");
        return with(statement, members);
    }

    private static ObjectNode afp(String date, String quantity) {
        return observation(loinc("1834-1"), "'effectiveDateTime':'" + date + "','valueQuantity':{" + quantity + "}");
    }

    private static List<Optional<Segment>> segments(ObjectNode... resources) {
        return course(resources).lesions().stream().map(LesionCourse::segment).toList();
    }

    private static Course course(ObjectNode... resources) {
        ObjectNode prefetch = prefetch(resources);
        List<ObjectNode> statements = List.of(resources).stream()
                .filter(resource -> resource.path("resourceType").asText().equals("MedicationStatement"))
                .toList();
        if (!statements.isEmpty()) {
            prefetch.set("medications", Fhir.bundle(statements.toArray(ObjectNode[]::new)));
        }
        prefetch.set("conditions", Fhir.bundle(with(condition("C22.0"), "'id':'c1'")));
        return Fhir.read(prefetch).course();
    }
}
