package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.LUNG;
import static org.livercds.fhir.Fhir.bodyStructure;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.focus;
import static org.livercds.fhir.Fhir.keyed;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.procedure;
import static org.livercds.fhir.Fhir.snomed;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;
import org.livercds.clinical.patient.Lesion;

/** Which procedures were treatments of which measured lesion. */
class TreatmentReadingTest {

    private static final String ABLATION = "428115007";
    private static final String HEART_ABLATION = "18286008";
    private static final String EMBOLIZATION = "57238002";
    private static final String PHOTONS = "1156506007";
    private static final String AFTER = "2026-11-10";
    private static final ObjectNode A = with(lesion("a", "25"), "'id':'a'");
    private static final ObjectNode B = with(lesion("b", "25"), "'id':'b'");

    @Test
    void without_a_target_the_whole_liver_was_treated() {
        assertEquals(List.of("a", "b"), treated(procedure(ABLATION, AFTER)));
    }

    @Test
    void the_target_is_the_lesion_of_the_body_structure() {
        assertEquals(List.of("a"), treated(target("s"), bodyStructure("s", keyed("a") + "'active':true")));
    }

    @Test
    void the_target_may_be_a_lesion_without_measurement() {
        assertEquals(List.of(), treated(target("s"), bodyStructure("s", keyed("z") + "'active':true")));
    }

    @Test
    void a_target_that_cannot_be_found_may_have_been_any() {
        assertEquals(List.of("a", "b"), treated(target("lost")));
    }

    @Test
    void the_reason_may_be_the_measurement_of_the_lesion() {
        assertEquals(List.of("a"), treated(with(procedure(ABLATION, AFTER), reason("Observation/a"))));
        assertEquals(List.of("a", "b"), treated(with(procedure(ABLATION, AFTER), reason("Condition/c"))));
        assertEquals(List.of("a", "b"), treated(with(procedure(ABLATION, AFTER), reason("Observation/lost"))));
    }

    @Test
    void a_lesion_of_its_newer_measurement_is_found_by_the_older() {
        ObjectNode older = with(lesion("a", "30", "mm", "2026-10-01"), "'id':'older'");
        assertEquals(List.of("a"), treated(older, with(procedure(ABLATION, AFTER), reason("Observation/older"))));
    }

    @Test
    void an_unkeyed_lesion_cannot_be_told_from_the_treated_one() {
        ObjectNode unkeyed = with(lesion("", "25"), "'id':'u'");
        assertEquals(
                2,
                chart(A, unkeyed, with(procedure(ABLATION, AFTER), reason("Observation/a"))).lesions().live().stream()
                        .filter(Lesion::isTreatedSince)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not-done", "in-progress", "preparation", "entered-in-error", "on-hold", "stopped", "unknown"})
    void what_was_not_completed_treats_nothing(String status) {
        assertEquals(List.of(), treated(with(procedure(ABLATION, AFTER), "'status':'" + status + "'")));
        assertEquals(List.of(), treated(with(procedure(ABLATION, AFTER), "'status':null")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'performedDateTime':'2026-10-31'; 0",
                "'performedDateTime':'2026-11-01'; 2",
                "'performedDateTime':'2026-11-02'; 2",
                "'performedDateTime':null; 2",
                "'performedDateTime':'2026-11'; 2",
                "'performedDateTime':'2026'; 2",
                "'performedDateTime':'2026-10'; 0",
                "'performedDateTime':null,'performedString':'last week'; 2",
                "'performedDateTime':null,'performedPeriod':{'start':'2026-10-01','end':'2026-10-31'}; 0",
                "'performedDateTime':null,'performedPeriod':{'start':'2026-10-01','end':'2026-11-01'}; 2",
                "'performedDateTime':null,'performedPeriod':{'start':'2026-10-01'}; 2"
            })
    void a_treatment_counts_from_the_day_of_the_measurement_or_without_a_date(String performed, int lesions) {
        assertEquals(
                lesions, treated(with(procedure(ABLATION, AFTER), performed)).size());
    }

    @Test
    void a_heart_ablation_is_no_liver_ablation() {
        assertEquals(List.of(), treated(procedure(HEART_ABLATION, AFTER)));
    }

    @ParameterizedTest
    @CsvSource({
        EMBOLIZATION + ", 10200004, 2",
        EMBOLIZATION + ", 76015000, 2",
        EMBOLIZATION + ", 277956007, 2",
        EMBOLIZATION + ", " + LUNG + ", 0",
        PHOTONS + ", 10200004, 2",
        PHOTONS + ", " + LUNG + ", 0"
    })
    void a_procedure_of_any_organ_needs_a_site_in_the_liver(String code, String site, int lesions) {
        ObjectNode sited = with(procedure(code, AFTER), "'bodySite':[" + snomed(site) + "]");
        assertEquals(lesions, treated(sited).size());
        assertEquals(0, treated(procedure(code, AFTER)).size());
    }

    @Test
    void a_procedure_of_any_organ_at_a_lesion_of_the_liver_treats_that_lesion() {
        ObjectNode aimed = with(procedure(PHOTONS, AFTER), targetExtension("s"));
        assertEquals(List.of("a"), treated(aimed, bodyStructure("s", keyed("a") + "'active':true")));
        assertEquals(List.of("a"), treated(with(procedure(PHOTONS, AFTER), reason("Observation/a"))));
    }

    @Test
    void an_ablation_before_the_measurement_leaves_recurrence_open() {
        assertEquals(Truth.UNKNOWN, recurrence(procedure(ABLATION, "2026-05-01")));
        assertEquals(Truth.NOT_MET, recurrence(procedure(ABLATION, AFTER)));
        assertEquals(Truth.NOT_MET, recurrence(procedure("314617008", "2026-05-01")));
    }

    @Test
    void a_focus_on_the_target_is_treated_too() {
        ObjectNode focused = with(lesion("", "25"), "'id':'f'," + focus("BodyStructure/s"));
        ObjectNode structure = bodyStructure("s", "'active':true");
        assertEquals(List.of("BodyStructure/s"), treated(target("s"), structure, focused));
    }

    private static Truth recurrence(ObjectNode procedure) {
        return chart(condition("109841003"), A, procedure).recurrence().truth();
    }

    private static ObjectNode target(String bodyStructure) {
        return with(procedure(ABLATION, AFTER), targetExtension(bodyStructure));
    }

    private static String targetExtension(String bodyStructure) {
        return "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/procedure-targetBodyStructure',"
                + "'valueReference':{'reference':'BodyStructure/" + bodyStructure + "'}}]";
    }

    private static String reason(String reference) {
        return "'reasonReference':[{'reference':'" + reference + "'}]";
    }

    /** The keys of the treated ones of the lesions a and b, and of what is given. */
    private static List<String> treated(ObjectNode... others) {
        ObjectNode[] all = new ObjectNode[others.length + 2];
        all[0] = A;
        all[1] = B;
        System.arraycopy(others, 0, all, 2, others.length);
        return chart(all).lesions().live().stream()
                .filter(Lesion::isTreatedSince)
                .map(lesion -> lesion.key().value().replace("urn:livercds:lesion|", ""))
                .toList();
    }
}
