package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of a site's own codes: what it says, and mistakes in it. */
class SiteCodesTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String CM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String VALUES = "https://livercds.org/fhir/CodeSystem/liver-finding-value";
    private static final Coding HCC = new Coding(SNOMED, "109841003");

    @TempDir
    private Path mounted;

    @Test
    void the_map_that_ships_maps_nothing() {
        ValueSets shipped = ValueSets.read(ContentFolder.inJar("fhir-profiles"));
        assertFalse(shipped.hasSiteCodes());
        assertEquals(List.of(), shipped.targets("urn:site", "x"));
    }

    @Test
    void a_map_without_a_group_is_a_map() throws IOException {
        assertFalse(map("'name':'Empty'").hasSiteCodes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal", "equivalent", "wider", "subsumes"})
    void a_source_is_read_as_its_target(String equivalence) throws IOException {
        ValueSets sets = map(group("urn:site", SNOMED, element("x", target("109841003", equivalence))));
        assertEquals(List.of(HCC), sets.targets("urn:site", "x"));
        assertEquals(List.of(), sets.targets("urn:site", "y"));
        assertEquals(List.of(), sets.targets("urn:other", "x"));
    }

    @ParameterizedTest
    @CsvSource({"' urn:site ', x", "urn:site, 'x\u200b'"})
    void a_source_is_found_however_it_is_written(String system, String code) throws IOException {
        ValueSets sets = map(group("urn:site", SNOMED, element("x", target("109841003", "equal"))));
        assertEquals(List.of(HCC), sets.targets(system, code));
    }

    @Test
    void a_target_may_have_another_name_and_form() throws IOException {
        ValueSets sets =
                map(group("urn:site", "urn:oid:2.16.840.1.113883.6.90", element("x", target("c220", "equal"))));
        assertEquals(List.of(new Coding(CM, "C22.0")), sets.targets("urn:site", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10-cm, C18.9",
        "https://livercds.org/fhir/CodeSystem/liver-finding, resectability",
        "https://livercds.org/fhir/CodeSystem/liver-finding-value, unresectable",
        "http://loinc.org, 33728-7"
    })
    void a_target_may_be_any_code_that_the_service_knows(String system, String code) throws IOException {
        ValueSets sets = map(group("urn:site", system, element("x", target(code, "equal"))));
        assertEquals(List.of(new Coding(system, code)), sets.targets("urn:site", "x"));
    }

    @Test
    void two_targets_of_one_meaning_are_both_read() throws IOException {
        ValueSets sets = map(groups(
                group("urn:site", SNOMED, element("x", target("109841003", "equal"))),
                group("urn:site", CM, element("x", target("C22.0", "equivalent")))));
        assertEquals(List.of(HCC, new Coding(CM, "C22.0")), sets.targets("urn:site", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'equivalence':'unmatched'}", "{'code':'109841003','equivalence':'disjoint'}"})
    void what_is_said_to_have_no_target_has_none(String target) throws IOException {
        assertFalse(map(group("urn:site", SNOMED, element("x", target))).hasSiteCodes());
    }

    @Test
    void a_code_of_the_service_may_be_mapped_to_its_own_meaning() throws IOException {
        assertEquals(
                List.of(HCC),
                map(group(CM, SNOMED, element("C22.0", target("109841003", "equal"))))
                        .targets(CM, "c220"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "narrower",
                "specializes",
                "inexact",
                "relatedto",
                "related-to",
                "source-is-narrower",
                "",
                "EQUAL"
            })
    void a_target_that_may_say_more_than_the_source_is_refused(String equivalence) throws IOException {
        assertRefused(group("urn:site", SNOMED, element("x", target("109841003", equivalence))), "equivalence");
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 1",
        "http://snomed.info/nowhere, 109841003",
        "https://livercds.org/fhir/CodeSystem/liver-finding, resectable",
        "https://livercds.org/fhir/CodeSystem/liver-finding-value, resectability",
        "https://livercds.org/fhir/CodeSystem/card-topic, ablation",
        "urn:site, x"
    })
    void a_target_that_nobody_here_knows_is_refused(String system, String code) throws IOException {
        assertRefused(
                group("urn:site", system, element("x", target(code, "equal"))), "no code that this service knows");
    }

    @Test
    void two_targets_that_do_not_mean_the_same_are_refused() throws IOException {
        String hcc = target("109841003", "equal");
        assertRefused(
                group("urn:site", SNOMED, element("x", hcc, target("94381002", "equal"))), "do not mean the same");
        assertRefused(
                groups(
                        group("urn:site", SNOMED, element("x", hcc)),
                        group(" urn:site", CM, element("x", target("C78.7", "wider")))),
                "do not mean the same");
        assertRefused(
                group("urn:site", VALUES, element("x", target("fit", "equal"), target("unfit", "equal"))),
                "do not mean the same");
        assertRefused(
                group("urn:site", SNOMED, element("x", target("277957003", "equal"), target("277958008", "equal"))),
                "do not mean the same");
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10-cm, C18.9",
        "http://hl7.org/fhir/sid/icd-10, C78.7",
        "http://snomed.info/sct, 94381002",
        "https://livercds.org/fhir/CodeSystem/liver-finding, lesion-count",
        "https://livercds.org/fhir/CodeSystem/liver-finding-value, no-code"
    })
    void a_source_that_means_something_else_here_is_refused(String system, String code) throws IOException {
        assertRefused(group(system, SNOMED, element(code, target("109841003", "equal"))), "means something else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'group':[{'target':'http://snomed.info/sct'}]                                    ; no source system",
                "'group':[{'source':'s','element':[{'target':[{'equivalence':'unmatched'}]}]}]     ; no code",
                "'group':[{'source':'s','element':[{'code':'x'}]}]                                 ; no target",
                "'group':[{'source':'s','element':[{'code':'x','target':[{'code':'C22.0','equivalence':'equal'}]}]}] ; no target system",
                "'group':[{'source':'s','target':'t','element':[{'code':'x','target':[{'equivalence':'equal'}]}]}]   ; has no code",
                "'group':[{'source':'s','unmapped':{'mode':'fixed','code':'C22.0'}}]               ; unmapped",
                "'group':[{'source':'s','element':[{'code':'x','noMap':true}]}]                    ; noMap",
                "'group':[{'source':'s','element':[{'code':'x','target':[{'relationship':'equivalent'}]}]}] ; relationship",
                "'group':[{'source':'s','element':[{'code':'x','target':[{'dependsOn':[]}]}]}]     ; dependsOn",
                "'group':[{'source':'s','element':[{'code':'x','target':[{'product':[]}]}]}]       ; product",
                "'group':[{'source':'s','element':[{'code':'x','target':['C22.0']}]}]              ; no object",
                "'group':{'source':'s'}                                                            ; no list",
                "'groups':[]                                                                       ; groups",
                "'element':[]                                                                      ; element",
                "'sourceScopeUri':'http://x'                                                       ; sourceScopeUri",
                "'modifierExtension':[]                                                            ; modifierExtension"
            })
    void what_is_not_understood_is_refused(String members, String why) throws IOException {
        assertRefused(members, why);
    }

    @Test
    void another_resource_is_refused() throws IOException {
        mount("{'resourceType':'ValueSet'}");
        assertMessage("its resourceType is not ConceptMap");
    }

    @Test
    void the_sources_of_a_target_are_told_as_the_site_writes_them() throws IOException {
        ValueSets sets = map(groups(
                group("urn:oid:1.2", SNOMED, element("a b", target("109841003", "equal"))),
                group("urn:oid:1.2", VALUES, element("c", target("fit", "equal")))));
        assertEquals(
                List.of(new Coding("urn:oid:1.2", "a b")),
                sets.siteCodes(HCC::equals).toList());
    }

    private void assertRefused(String members, String why) throws IOException {
        mount("{'resourceType':'ConceptMap'," + members + "}");
        assertMessage(why);
    }

    private void assertMessage(String why) {
        InvalidContentException refused = assertThrows(InvalidContentException.class, () -> ValueSets.read(folder()));
        assertTrue(refused.getMessage().startsWith(file().toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    private ValueSets map(String members) throws IOException {
        mount("{'resourceType':'ConceptMap'," + members + "}");
        return ValueSets.read(folder());
    }

    private void mount(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text.replace('\'', '"'));
    }

    private Path file() {
        return mounted.resolve("conceptmaps/ConceptMap-site-codes.json");
    }

    private ContentFolder folder() {
        return new ContentFolder("fhir-profiles", Optional.of(mounted));
    }

    private static String group(String source, String target, String... elements) {
        return "'group':[{'source':'" + source + "','target':'" + target + "','element':[" + String.join(",", elements)
                + "]}]";
    }

    private static String groups(String... groups) {
        return "'group':["
                + String.join(
                        ",",
                        Stream.of(groups)
                                .map(group -> group.substring("'group':[".length(), group.length() - 1))
                                .toList())
                + "]";
    }

    private static String element(String code, String... targets) {
        return "{'code':'" + code + "','target':[" + String.join(",", targets) + "]}";
    }

    private static String target(String code, String equivalence) {
        return "{'code':'" + code + "','equivalence':'" + equivalence + "'}";
    }
}
