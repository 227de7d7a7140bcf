package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.ProfilesTest.LESION_SIZE;
import static org.livercds.fhir.ProfilesTest.LIVER_FINDING;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livercds.clinical.patient.Measurement;

/** A value conforms to a profile exactly if the readers use it. */
class ProfilesMatchReadersTest {

    private static final String VALUES = "https://livercds.org/fhir/CodeSystem/liver-finding-value";
    private static final String UCUM = "'system':'http://unitsofmeasure.org',";

    private static final IParser PARSER = FhirContext.forR4Cached().newJsonParser();
    private static final IFhirPath FHIR_PATH = FhirContext.forR4Cached().newFhirPath();
    private static final List<String> RULES = rules();

    static List<String> findings() {
        return codes("liver-finding");
    }

    @ParameterizedTest
    @MethodSource("findings")
    void a_finding_has_the_values_that_are_read(String finding) {
        ObjectNode valueless = Fhir.with(Fhir.finding(finding, "x"), "'valueCodeableConcept':null");
        Map<Boolean, List<Observation>> byRule = new HashMap<>();
        for (String value : values()) {
            Observation observation = parsed(Fhir.with(valueless, value));
            boolean conforms = conforms(observation);
            assertEquals(isRead(observation), conforms, value);
            byRule.computeIfAbsent(conforms, any -> new ArrayList<>()).add(observation);
        }
        // the whole validator is slow: one of each kind
        byRule.forEach((conforms, observations) -> assertEquals(
                conforms,
                OfflineValidator.errors(PARSER.encodeResourceToString(observations.get(0)), LIVER_FINDING)
                        .isEmpty()));
        assertEquals(2, byRule.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'valueQuantity':{'value':24,'unit':'mm'}",
                "'valueQuantity':{'value':24,'unit':'cm',UCUM'code':'cm'}",
                "'valueQuantity':{'value':24,'unit':'centimetre',UCUM'code':'cm'}",
                "'valueQuantity':{'value':2,'unit':'mm',UCUM'code':'cm'}",
                "'valueQuantity':{'value':24,'unit':'mm','system':'urn:local','code':'MILLIM'}",
                "'valueQuantity':{'value':24,'unit':'MILLIM','system':'urn:local','code':'mm'}",
                "'valueQuantity':{'value':0.3,'unit':'m',UCUM'code':'m'}",
                "'valueQuantity':{'value':0.301,'unit':'m',UCUM'code':'m'}",
                "'valueQuantity':{'value':1.5,'unit':'in',UCUM'code':'[in_i]'}",
                "'valueQuantity':{'value':24,'unit':'dm',UCUM'code':'dm'}",
                "'valueQuantity':{'value':24}",
                "'valueQuantity':{'unit':'mm',UCUM'code':'mm'}",
                "'valueQuantity':{'value':-1,'unit':'mm',UCUM'code':'mm'}",
                "'valueQuantity':{'value':0,'unit':'mm',UCUM'code':'mm'}",
                "'valueQuantity':{'value':300,'unit':'mm',UCUM'code':'mm'}",
                "'valueQuantity':{'value':301,'unit':'mm',UCUM'code':'mm'}",
                "'valueQuantity':{'value':30,'comparator':'<','unit':'mm',UCUM'code':'mm'}",
                "'valueRange':{'low':{'value':1,'unit':'cm',UCUM'code':'cm'},'high':{'value':2,'unit':'cm',UCUM'code':'cm'}}",
                "'valueRange':{'low':{'value':1,'unit':'cm',UCUM'code':'cm'}}",
                "'valueRange':{'high':{'value':2,'unit':'kg',UCUM'code':'kg'}}",
                "'valueString':'24 mm'",
                "'valueInteger':24"
            })
    void a_size_conforms_if_it_is_read(String value) {
        String members = value.replace("UCUM", UCUM);
        ObjectNode valueless = Fhir.with(Fhir.lesion("", "24"), "'valueQuantity':null");
        ObjectNode single = Fhir.with(valueless, members);
        ObjectNode panel = Fhir.with(
                valueless,
                "'code':" + Fhir.loinc("21889-1") + ",'component':[{'code':" + Fhir.loinc("33728-7") + "," + members
                        + "}]");
        for (ObjectNode size : List.of(single, panel)) {
            Measurement read =
                    Fhir.read(Fhir.prefetch(size)).entries().measurements().get(0);
            assertEquals(
                    read.size().value().isPresent(),
                    OfflineValidator.errors(size.toString(), LESION_SIZE).isEmpty(),
                    () -> size + " " + OfflineValidator.errors(size.toString(), LESION_SIZE));
        }
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>();
        for (String code : codes("liver-finding-value")) {
            values.add("'valueCodeableConcept':" + Fhir.coding(VALUES, code));
        }
        values.add("'valueCodeableConcept':{'coding':[{'system':'" + VALUES + "','code':'fit'},{'system':'" + VALUES
                + "','code':'unfit'}]}");
        values.addAll(List.of(
                "'valueBoolean':false",
                "'valueInteger':0",
                "'valueInteger':-1",
                "'valueInteger':1001",
                "'valueQuantity':{'value':3}",
                "'valueQuantity':{'value':3,'unit':'{#}'," + UCUM + "'code':'{#}'}",
                "'valueQuantity':{'value':2.5}",
                "'valueQuantity':{'value':3,'unit':'mm'," + UCUM + "'code':'mm'}",
                "'valueRange':{'low':{'value':2},'high':{'value':4}}",
                "'valueString':' LR-4 '",
                "'valueString':'fit'"));
        return values;
    }

    private static Observation parsed(ObjectNode observation) {
        return PARSER.parseResource(Observation.class, observation.toString());
    }

    private static boolean isRead(Observation observation) {
        return FindingReader.of(observation.getCode(), false)
                .anyMatch(
                        finding -> finding.value().apply(observation.getValue()).isPresent());
    }

    /** By the rules of the profile about findings and their values. */
    private static boolean conforms(Observation observation) {
        return RULES.stream()
                .allMatch(rule -> FHIR_PATH
                        .evaluateFirst(observation, rule, BooleanType.class)
                        .orElseThrow()
                        .booleanValue());
    }

    private static List<String> rules() {
        Path file = Path.of("fhir-profiles/profiles/StructureDefinition-liver-finding.json");
        return OfflineValidator.tree(file)
                .path("differential")
                .path("element")
                .path(0)
                .path("constraint")
                .findValuesAsText("expression");
    }

    private static List<String> codes(String system) {
        Path file = Path.of("fhir-profiles/codesystems/CodeSystem-" + system + ".json");
        return OfflineValidator.tree(file).path("concept").findValuesAsText("code");
    }
}
