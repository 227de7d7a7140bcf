package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything in {@code fhir-profiles} is valid FHIR R4 and says what a package has to say. */
class ProfilesTest {

    static final String BASE = "https://livercds.org/fhir/";
    static final String LESION_SIZE = BASE + "StructureDefinition/lesion-size";
    static final String LIVER_FINDING = BASE + "StructureDefinition/liver-finding";

    private static final List<String> SAID =
            List.of("url", "version", "name", "title", "status", "experimental", "description", "publisher", "date");

    /** Words of the terms under which codes of a system may be named. */
    private static final Map<String, String> TERMS = Map.of(
            "http://snomed.info/sct", "SNOMED International",
            "http://loinc.org", "http://loinc.org/license",
            "http://www.ama-assn.org/go/cpt", "American Medical Association",
            "http://hl7.org/fhir/sid/icd-10", "World Health Organization",
            "http://hl7.org/fhir/sid/icd-10-cm", "National Center for Health Statistics",
            "http://www.cms.gov/Medicare/Coding/ICD10", "Centers for Medicare",
            "http://www.nlm.nih.gov/research/umls/rxnorm", "National Library of Medicine");

    static List<Path> conformanceFiles() {
        return OfflineValidator.conformanceFiles();
    }

    static List<Path> examples() {
        return OfflineValidator.files("examples").toList();
    }

    @ParameterizedTest
    @MethodSource("conformanceFiles")
    void a_resource_of_the_package_is_valid(Path file) {
        assertEquals(List.of(), OfflineValidator.errors(OfflineValidator.text(file)));
    }

    @ParameterizedTest
    @MethodSource("conformanceFiles")
    void a_resource_of_the_package_says_what_it_is(Path file) {
        JsonNode resource = OfflineValidator.tree(file);
        String type = resource.path("resourceType").asText();
        String id = resource.path("id").asText();
        assertEquals(type + "-" + id + ".json", file.getFileName().toString());
        if (type.equals("Bundle")) {
            return;
        }
        assertEquals(
                List.of(),
                SAID.stream().filter(name -> !resource.hasNonNull(name)).toList());
        assertEquals(BASE + type + "/" + id, resource.path("url").asText());
        assertEquals(List.of(), missingTerms(resource));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_valid(Path file) {
        assertEquals(List.of(), OfflineValidator.errors(OfflineValidator.text(file)));
    }

    @Test
    void a_bundle_is_valid_only_if_its_entries_are() {
        String bundle = OfflineValidator.text(Path.of("fhir-profiles/examples/Bundle-four-metastases.json"));
        List<String> errors = OfflineValidator.errors(bundle.replace("\"final\"", "\"finished\""));
        assertTrue(errors.stream().anyMatch(error -> error.startsWith("Bundle.entry[")), errors.toString());
    }

    /** The profiles say what is read, and what is read stands in the examples in many forms. */
    @Test
    void the_sizes_and_findings_of_the_synthetic_patients_conform() {
        List<String> sizes = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        List<Path> measured = examples().stream()
                .filter(file -> !file.endsWith("Bundle-metastasis-size-missing.json"))
                .toList();
        for (Path file : measured) {
            for (JsonNode entry : OfflineValidator.tree(file).path("entry")) {
                String resource = entry.path("resource").toString();
                if (resource.contains("/liver-finding\"")) {
                    findings.add(resource);
                } else if (resource.contains("\"21889-1\"") || resource.contains("\"33728-7\"")) {
                    sizes.add(resource);
                }
            }
        }
        assertTrue(sizes.size() > 15 && findings.size() > 10);
        Stream.of(Map.entry(LESION_SIZE, sizes), Map.entry(LIVER_FINDING, findings))
                .forEach(profile -> profile.getValue()
                        .forEach(resource -> assertEquals(
                                List.of(), OfflineValidator.errors(resource, profile.getKey()), resource)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesion-size", "liver-finding", "verified-in", "ingredient-name"})
    void a_profile_has_a_snapshot(String id) {
        Path file = Path.of("fhir-profiles/profiles/StructureDefinition-" + id + ".json");
        assertFalse(OfflineValidator.tree(file).has("snapshot"));
        StructureDefinition profile = OfflineValidator.snapshot(OfflineValidator.text(file));
        assertTrue(profile.getSnapshot().getElement().size()
                > profile.getDifferential().getElement().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status':'preliminary'",
                "'effectiveDateTime':null",
                "'effectiveDateTime':null,'effectiveTiming':{'event':['2026-11-05']}",
                "'subject':null",
                "'specimen':{'reference':'Specimen/1'}",
                "'valueQuantity':null",
                "'valueQuantity':null,'valueString':'2.4 cm'",
                "'valueQuantity':{'value':2.4,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}",
                "'valueQuantity':{'value':2.4}",
                "'code':{'coding':[{'system':'http://loinc.org','code':'1975-2'}]}",
                "'modifierExtension':[{'url':'http://example.org/not','valueBoolean':true}]"
            })
    void what_is_not_read_as_a_size_does_not_conform(String members) {
        assertFails("lesion-size-value", LESION_SIZE, members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status':'entered-in-error'",
                "'effectiveDateTime':null",
                "'valueCodeableConcept':null",
                "'valueCodeableConcept':{'coding':[{'system':'https://livercds.org/fhir/CodeSystem/liver-finding-value','code':'screening'}]}",
                "'valueCodeableConcept':{'text':'unresectable'}",
                "'valueCodeableConcept':null,'valueBoolean':false",
                "'code':{'text':'resectability'}"
            })
    void what_is_not_read_as_a_finding_does_not_conform(String members) {
        assertFails("liver-finding-coded", LIVER_FINDING, members);
    }

    @Test
    void a_wrong_code_of_an_own_system_is_an_error_and_one_of_an_unknown_system_is_none() {
        ObjectNode finding = example("liver-finding-coded");
        finding.remove("meta");
        assertEquals(List.of(), OfflineValidator.errors(finding.toString()));
        String wrong = finding.toString().replace("\"unresectable\"", "\"irresectable\"");
        assertFalse(OfflineValidator.errors(wrong).isEmpty());
        String foreign = finding.toString().replace(BASE + "CodeSystem/", "https://site.example.org/codes/");
        assertEquals(List.of(), OfflineValidator.errors(foreign));
    }

    private static void assertFails(String example, String profile, String members) {
        ObjectNode valid = example(example);
        valid.remove("meta");
        assertEquals(List.of(), OfflineValidator.errors(valid.toString(), profile));
        ObjectNode changed = Fhir.with(valid, members);
        assertFalse(OfflineValidator.errors(changed.toString(), profile).isEmpty(), members);
    }

    private static ObjectNode example(String id) {
        return OfflineValidator.tree(Path.of("fhir-profiles/examples/Observation-" + id + ".json"));
    }

    private static List<String> missingTerms(JsonNode resource) {
        String copyright = resource.path("copyright").asText();
        Stream<String> included = resource.path("compose").path("include").findValuesAsText("system").stream();
        Stream<String> mapped =
                Stream.of("source", "target").flatMap(side -> resource.path("group").findValuesAsText(side).stream());
        return Stream.concat(included, mapped)
                .filter(TERMS::containsKey)
                .filter(system -> !copyright.contains(TERMS.get(system)))
                .toList();
    }
}
