package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.fhir.Fhir.chart;
import static org.livercds.fhir.Fhir.complete;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.read;
import static org.livercds.fhir.Fhir.state;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.Truth;

/** What says that the rest means something else is never read on as if it were not there, wherever it stands. */
class ModifiedMeaningTest {

    private static final ObjectNode HCC = condition("109841003");
    private static final String MODIFIER = "'modifierExtension':[{'url':'http://example.org/not','valueBoolean':true}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                MODIFIER,
                "'modifierExtension':{'url':'http://example.org/not'}",
                "'modifierExtension':'not'",
                "'implicitRules':'http://example.org/rules'",
                "'implicitRules':{'odd':1}",
                "'component':[{" + MODIFIER + "}]",
                "'component':[{'referenceRange':[{" + MODIFIER + "}]}]",
                "'referenceRange':[{" + MODIFIER + "}]",
                "'contained':[{'resourceType':'Specimen','id':'s','implicitRules':'http://example.org/rules'}]",
                "'contained':[{'resourceType':'Specimen','id':'s','collection':{" + MODIFIER + "}}]"
            })
    void a_measurement_is_not_used_and_leaves_the_count_open(String changed) {
        ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), with(lesion("b", "12"), changed), complete());
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.OBSERVATIONS));
        assertEquals(1, chart(read(prefetch)).lesions().live().size());
        assertEquals(Truth.UNKNOWN, chart(read(prefetch)).lesions().count().isAtMost(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'stage':[{" + MODIFIER + "}]", "'evidence':[{" + MODIFIER + "}]", MODIFIER})
    void a_condition_is_not_used(String changed) {
        ObjectNode prefetch = prefetch(HCC, with(condition("94391008"), changed));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.CONDITIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'performer':[{" + MODIFIER + "}]", "'focalDevice':[{" + MODIFIER + "}]"})
    void a_procedure_is_not_used(String changed) {
        ObjectNode prefetch = prefetch(HCC, with(Fhir.procedure("428115007", "2026-11-10"), changed));
        assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.PROCEDURES));
    }

    @Test
    void an_entry_of_a_bundle_is_not_used() {
        for (String around : new String[] {MODIFIER, "'search':{" + MODIFIER + "}", "'link':[{" + MODIFIER + "}]"}) {
            ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), lesion("b", "12"), complete());
            ((ObjectNode) prefetch.at("/observations/entry/0")).setAll(json("{" + around + "}"));
            assertEquals(KeyState.PARTIAL, state(prefetch, PrefetchKey.OBSERVATIONS));
            assertEquals(1, chart(read(prefetch)).lesions().live().size());
        }
    }

    @Test
    void a_bundle_is_not_used() {
        for (String around :
                new String[] {"'implicitRules':'http://example.org/rules'", "'link':[{" + MODIFIER + "}]"}) {
            ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), complete());
            ((ObjectNode) prefetch.path("observations")).setAll(json("{" + around + "}"));
            assertEquals(KeyState.UNUSABLE, state(prefetch, PrefetchKey.OBSERVATIONS));
            assertTrue(chart(read(prefetch)).lesions().live().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'modifierExtension':[]", "'modifierExtension':null", "'implicitRules':null"})
    void nothing_changes_nothing(String nothing) {
        ObjectNode observation = lesion("a", "12");
        json("{" + nothing + "}").properties().forEach(member -> observation.set(member.getKey(), member.getValue()));
        assertEquals(KeyState.DATA, state(prefetch(HCC, observation, complete()), PrefetchKey.OBSERVATIONS));
    }

    /** As text, which some clients send, it does not pass the reader of numbers either. */
    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "1E-1000000000", "-1E+1000000000", "1E+2147483647", "1E+31"})
    void a_number_beyond_sense_is_no_size(String number) {
        for (String value : new String[] {number, "'" + number + "'"}) {
            ObjectNode odd = with(lesion("b", "12"), "'valueQuantity':{'value':" + value + ",'unit':'mm'}");
            ObjectNode range = with(
                    lesion("b", "12"),
                    "'valueQuantity':null,'valueRange':{'low':{'value':" + value + ",'unit':'mm'},'high':{'value':"
                            + value + ",'unit':'mm'}}");
            for (ObjectNode damaged : new ObjectNode[] {odd, range}) {
                ObjectNode prefetch = prefetch(HCC, lesion("a", "12"), damaged, complete());
                assertNotEquals(Truth.MET, chart(read(prefetch)).lesions().eachBelow(new BigDecimal("30")));
            }
        }
    }
}
