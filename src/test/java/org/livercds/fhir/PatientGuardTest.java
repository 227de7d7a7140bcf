package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.bundle;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.patient;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.read;
import static org.livercds.fhir.Fhir.readAs;
import static org.livercds.fhir.Fhir.state;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.clinical.patient.DiseaseKind;

/** A resource of another patient is never used. */
class PatientGuardTest {

    private static final ObjectNode HCC = condition("109841003");
    private static final String OTHERS = "'subject':{'reference':'Patient/p2'}";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Patient/p1, '', true",
                "Patient/p1/_history/4, '', true",
                "https://ehr.example.org/fhir/Patient/p1, '', true",
                "https://ehr.example.org/fhir/Patient/p1, https://ehr.example.org/fhir, true",
                "https://EHR.example.org/fhir/Patient/p1, https://ehr.example.org/fhir, true",
                "https://ehr.example.org/fhir/Patient/p1/_history/4, https://ehr.example.org/fhir, true",
                "Patient/p1, https://ehr.example.org/fhir, true",
                "https://other.example.org/fhir/Patient/p1, https://ehr.example.org/fhir, false",
                "http://ehr.example.org/fhir/Patient/p1, https://ehr.example.org/fhir, false",
                "https://ehr.example.org/fhir/Patient/P1, https://ehr.example.org/fhir, false",
                "https://ehr.example.org/fhir/Patient/xp1, '', false",
                "Patient/p2, '', false",
                "Patient/p11, '', false",
                "Patient/p, '', false",
                "https://ehr.example.org/fhir/Patient/p2, '', false",
                "Group/p1, '', false",
                "urn:uuid:p1, '', true",
                "urn:uuid:p2, '', false",
                "#p1, '', false",
                "Patient?identifier=p1, '', false"
            })
    void a_resource_is_used_if_its_subject_is_the_patient(String reference, String server, boolean used) {
        ObjectNode condition = with(HCC, "'subject':{'reference':'" + reference + "'}");
        DiseaseKind kind = chart(readAs("p1", server, prefetch(condition))).kind();
        assertEquals(used ? DiseaseKind.HEPATOCELLULAR_CARCINOMA : DiseaseKind.NONE, kind);
    }

    @ParameterizedTest
    @CsvSource({
        "'subject':null, UNKNOWN",
        "'subject':{}, UNKNOWN",
        "'subject':{'identifier':{'value':'p1'}}, UNKNOWN",
        "'subject':{'reference':'#p'}, UNKNOWN",
        "'subject':{'reference':'Patient?identifier=p1'}, UNKNOWN",
        "'subject':{'reference':'Patient/'}, UNKNOWN",
        "'subject':{'reference':'a/b c'}, UNKNOWN",
        "'subject':{'reference':'https://ehr.example.org/fhir/Patient/'}, UNKNOWN",
        "'subject':{'reference':'https://ehr.example.org/fhir?x=Patient/p2'}, UNKNOWN",
        "'subject':{'reference':'https://ehr.example.org/fhir/Patient/p2'}, OTHER_PATIENT",
        "'subject':{'reference':'Patient/p2'}, OTHER_PATIENT",
        "'subject':null;'patient':{'reference':'Patient/p1'}, THIS_PATIENT"
    })
    void a_resource_that_names_no_patient_is_nobodys(String subject, SubjectGuard.Verdict verdict) {
        SubjectGuard guard = new SubjectGuard("p1", Optional.empty(), java.util.Set.of());
        assertEquals(verdict, guard.judge(with(HCC, subject.replace(';', ','))));
    }

    @Test
    void a_relevant_resource_that_names_no_patient_makes_its_key_partial() {
        ObjectNode nobodys = with(condition("94391008"), "'subject':null");
        assertEquals(KeyState.PARTIAL, state(prefetch(HCC, nobodys), PrefetchKey.CONDITIONS));
    }

    @Test
    void another_patient_in_any_key_is_the_wrong_patient() {
        ObjectNode other = with(patient(), "'id':'p2'");
        assertEquals(true, read(prefetch(other)).wrongPatient());
        ObjectNode elsewhere = prefetch(HCC);
        elsewhere.set("labs", bundle(other));
        assertEquals(true, read(elsewhere).wrongPatient());
        ObjectNode unasked = prefetch(HCC);
        unasked.set("who", other);
        assertEquals(true, read(unasked).wrongPatient());
    }

    @Test
    void the_patient_or_no_patient_is_not_the_wrong_one() {
        assertEquals(false, read(prefetch(patient())).wrongPatient());
        assertEquals(false, read(prefetch(with(HCC, OTHERS))).wrongPatient());
        ObjectNode nameless = prefetch(HCC);
        nameless.set("patient", with(patient(), "'id':null"));
        assertEquals(false, read(nameless).wrongPatient());
        assertEquals(KeyState.PARTIAL, state(nameless, PrefetchKey.PATIENT));
    }

    @ParameterizedTest
    @EnumSource(
            value = PrefetchKey.class,
            names = {"PATIENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_key_with_nothing_but_foreign_resources_is_unread(PrefetchKey key) {
        ObjectNode foreign = with(
                Fhir.json("{'resourceType':'" + key.resourceType() + "','id':'x'}"),
                OTHERS + ",'patient':{'reference':'Patient/p2'}");
        ObjectNode prefetch = prefetch();
        prefetch.set(key.key(), bundle(foreign));
        assertEquals(KeyState.FOREIGN_PATIENT, state(prefetch, key));
        assertEquals(true, read(prefetch).entries().unread().contains(key.part()));
    }

    @Test
    void foreign_resources_beside_own_ones_are_skipped() {
        ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), with(lesion("b", "45"), OTHERS));
        Ledger.Entry observations = read(prefetch).ledger().entries().get(PrefetchKey.OBSERVATIONS.ordinal());
        assertEquals(
                new Ledger.Entry(
                        PrefetchKey.OBSERVATIONS,
                        KeySource.PREFETCH,
                        KeyState.DATA,
                        1,
                        1,
                        observations.setAside(),
                        Optional.empty()),
                observations);
        assertEquals(Ledger.Why.OTHER_PATIENT, observations.setAside().get(0).why());
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
    }

    @Test
    void a_damaged_foreign_resource_is_foreign() {
        ObjectNode damaged = with(lesion("b", "45"), OTHERS + ",'effectiveDateTime':'x'");
        assertEquals(KeyState.DATA, state(prefetch(lesion("a", "12"), damaged), PrefetchKey.OBSERVATIONS));
    }
}
