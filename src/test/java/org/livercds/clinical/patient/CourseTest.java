package org.livercds.clinical.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.clinical.patient.ChartBuilder.SCAN;
import static org.livercds.clinical.patient.ChartBuilder.mm;
import static org.livercds.clinical.patient.ChartBuilder.patientWith;
import static org.livercds.clinical.patient.MeasurementBuilder.inSegment;
import static org.livercds.clinical.patient.MeasurementBuilder.unkeyed;
import static org.livercds.clinical.patient.Problem.Kind.LIVER_METASTASES;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.livercds.clinical.ChartDate;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.Truth;

class CourseTest {

    private static final Course.Extra NOTHING = new Course.Extra(Map.of(), List.of(), "female");

    @Test
    void a_named_lesion_has_all_of_its_measurements_and_the_largest_comes_first() {
        Course course = course(patientWith(LIVER_METASTASES)
                .lesion("a", mm("10"))
                .lesion("b", mm("12"), SCAN.minusDays(90))
                .lesion("b", mm("20")));
        assertEquals(List.of("20", "10"), today(course));
        assertEquals(List.of(2, 1), measured(course));
        assertEquals(List.of(), course.apart());
    }

    @Test
    void a_lesion_that_is_no_longer_seen_comes_last_with_its_measurements() {
        Course course = course(patientWith(LIVER_METASTASES)
                .lesion("gone", mm("21"), SCAN.minusDays(90))
                .lesion("gone", mm("0"))
                .lesion("a", mm("10")));
        assertEquals(List.of(1, 2), measured(course));
        assertTrue(course.lesions().get(0).today().isPresent());
        assertTrue(course.lesions().get(1).today().isEmpty());
    }

    @Test
    void a_lesion_that_is_known_by_its_reference_alone_has_a_past_too() {
        LesionKey key = LesionKey.unresolved("BodyStructure/1");
        Course course = course(patientWith(LIVER_METASTASES)
                .measured(MeasurementBuilder.of(key).size(mm("12")).on(SCAN.minusDays(90)))
                .measured(MeasurementBuilder.of(key).size(mm("20"))));
        assertEquals(List.of(2), measured(course));
    }

    @Test
    void one_lesion_of_a_segment_is_one_through_time() {
        Course course = course(patientWith(LIVER_METASTASES)
                .measured(inSegment("7", mm("12")).on(SCAN.minusDays(90)))
                .measured(inSegment("7", mm("20"))));
        assertEquals(List.of(2), measured(course));
    }

    @Test
    void two_lesions_of_a_segment_have_no_past_that_is_known() {
        Course course = course(patientWith(LIVER_METASTASES)
                .measured(inSegment("7", mm("12")).on(SCAN.minusDays(90)))
                .measured(inSegment("7", mm("20")))
                .measured(inSegment("7", mm("40"))));
        assertEquals(List.of("40", "20"), today(course));
        assertEquals(List.of(1, 1), measured(course));
        assertEquals(1, course.apart().size());
    }

    @Test
    void a_segment_that_held_two_before_does_not_say_which_is_left() {
        Course course = course(patientWith(LIVER_METASTASES)
                .measured(inSegment("7", mm("12")).on(SCAN.minusDays(90)))
                .measured(inSegment("7", mm("30")).on(SCAN.minusDays(90)))
                .measured(inSegment("7", mm("20"))));
        assertEquals(List.of(1), measured(course));
        assertEquals(2, course.apart().size());
    }

    @Test
    void measurements_without_a_key_are_of_nobody_knows_which_lesion() {
        Course course = course(patientWith(LIVER_METASTASES)
                .measured(unkeyed(mm("12")).on(SCAN.minusDays(90)))
                .measured(unkeyed(mm("20"))));
        assertEquals(List.of(1), measured(course));
        assertEquals(1, course.apart().size());
        Course gone = course(patientWith(LIVER_METASTASES)
                .measured(unkeyed(mm("12")).on(SCAN.minusDays(90)))
                .measured(unkeyed(mm("0"))));
        assertEquals(List.of(), gone.lesions());
        assertEquals(2, gone.apart().size());
    }

    @Test
    void a_segment_is_known_where_the_measurements_name_one_and_no_other() {
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .lesion("a", mm("30"), SCAN.minusDays(90))
                .lesion("a", mm("30"))
                .lesion("b", mm("20"))
                .lesion("c", mm("10"), SCAN.minusDays(90))
                .lesion("c", mm("10"));
        List<String> references = chart.entries().measurements().stream()
                .map(measurement -> measurement.evidence().reference())
                .toList();
        Map<String, Set<Segment>> segments = new HashMap<>();
        segments.put(references.get(0), Set.of(Segment.IV));
        segments.put(references.get(1), Set.of());
        segments.put(references.get(3), Set.of(Segment.VI));
        segments.put(references.get(4), Set.of(Segment.VII));
        Course course = Course.of(chart.entries(), new Course.Extra(segments, List.of(), "male"));
        assertEquals(
                List.of(Optional.of(Segment.IV), Optional.empty(), Optional.empty()),
                course.lesions().stream().map(LesionCourse::segment).toList());
        assertEquals("male", course.sex());
    }

    @Test
    void results_treatments_and_therapies_come_as_they_are_recorded() {
        ChartBuilder chart = patientWith(LIVER_METASTASES)
                .bilirubin("1.1")
                .reading(FactKey.AFP, NumberRange.from(new BigDecimal("1000"), true))
                .reading(FactKey.AFP, Optional.empty(), Optional.empty())
                .treated(Treatment.Kind.ABLATION, Optional.empty(), Treatment.Target.wholeLiver());
        Therapy therapy = new Therapy(
                "sorafenib",
                Therapy.State.PRESCRIPTION_ENDED,
                Optional.of(ChartDate.of(SCAN)),
                new Evidence("MedicationRequest/1", "medication", "sorafenib", Optional.empty()));
        Course course = Course.of(chart.entries(), new Course.Extra(Map.of(), List.of(therapy), "unknown"));
        assertEquals(1, course.bilirubin().size());
        assertEquals(2, course.afp().size());
        assertEquals(Treatment.Kind.ABLATION, course.treatments().get(0).kind());
        assertEquals(List.of(therapy), course.therapies());
        assertFalse(course.lesions().iterator().hasNext());
    }

    @Test
    void benign_lesions_and_those_of_other_organs_are_not_in_it() {
        Course course = course(patientWith(LIVER_METASTASES)
                .measured(unkeyed(mm("20")).benign())
                .measured(unkeyed(mm("20")).inLiver(Truth.NOT_MET)));
        assertEquals(List.of(), course.lesions());
        assertEquals(List.of(), course.apart());
    }

    private static Course course(ChartBuilder chart) {
        return Course.of(chart.entries(), NOTHING);
    }

    private static List<String> today(Course course) {
        return course.lesions().stream()
                .map(LesionCourse::today)
                .flatMap(Optional::stream)
                .map(lesion -> lesion.size().value().orElseThrow().millimetres().plain())
                .toList();
    }

    private static List<Integer> measured(Course course) {
        return course.lesions().stream()
                .map(LesionCourse::measurements)
                .map(Collection::size)
                .toList();
    }
}
