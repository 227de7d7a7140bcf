package org.livercds.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value set that a site mounts in place of one that ships. */
class ValueSetFileTest {

    private static final String HEAD =
            "'resourceType':'ValueSet','id':'inr','url':'u','version':'1','date':'2026','publisher':'p'";
    private static final String GOOD =
            "{" + HEAD + ",'compose':{'include':[{'system':'s','concept':[{'code':'c','display':'d'}]}]}}";

    @TempDir
    private Path mounted;

    @Test
    void a_mounted_file_goes_before_the_one_that_ships() throws IOException {
        mount(GOOD);
        ValueSets sets = ValueSets.read(folder());
        assertEquals(List.of(new Coding("s", "c")), sets.codes(ConceptSet.INR).toList());
        assertEquals(
                ValueSets.read(ContentFolder.inJar("fhir-profiles"))
                        .codes(ConceptSet.BILIRUBIN)
                        .toList(),
                sets.codes(ConceptSet.BILIRUBIN).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{'id':'inr','id':'inr'}",
                "{'id':'other','url':'u','version':'1','date':'2026','publisher':'p'}",
                "{'id':'inr','version':'1','date':'2026','publisher':'p'}",
                "{'id':'inr','url':'u','date':'2026','publisher':'p'}",
                "{'id':'inr','url':'u','version':'1','publisher':'p'}",
                "{'id':'inr','url':'u','version':'1','date':'2026'}",
                "{HEAD}",
                "{HEAD,'compose':{}}",
                "{HEAD,'compose':{'include':[]}}",
                "{HEAD,'compose':{'include':[{'system':'s'}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','concept':[]}]}}",
                "{HEAD,'compose':{'include':[{'valueSet':['v']}]}}",
                "{HEAD,'compose':{'include':[{'concept':[{'code':'c','display':'d'}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','concept':[{'code':'c'}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','concept':[{'display':'d'}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','concept':[{'code':' ','display':'d'}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','filter':[{'property':'code','op':'is-a','value':'x'}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','filter':[{'property':'p','op':'regex','value':'x'}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','filter':[{'property':'code','op':'regex','value':'('}]}]}}",
                "{HEAD,'compose':{'include':[{'system':'s','concept':[{'code':'c','display':'d'}]}],'exclude':[{}]}}"
            })
    void a_malformed_file_is_refused_by_name(String text) throws IOException {
        Path file = mount(text.replace("HEAD", HEAD));
        InvalidContentException refused = assertThrows(InvalidContentException.class, () -> ValueSets.read(folder()));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void broken_json_is_refused_with_its_line() throws IOException {
        Path file = mount("{\n'id':\n}");
        InvalidContentException refused = assertThrows(InvalidContentException.class, () -> ValueSets.read(folder()));
        assertTrue(refused.getMessage().contains(file + ":3"), refused.getMessage());
    }

    @Test
    void a_file_that_is_nowhere_is_refused_by_name() {
        InvalidContentException refused = assertThrows(
                InvalidContentException.class, () -> ValueSets.read(ContentFolder.inJar("no-such-folder")));
        assertTrue(refused.getMessage().startsWith("no-such-folder/valuesets/ValueSet-"), refused.getMessage());
    }

    @Test
    void a_filter_of_a_mounted_file_is_a_range() throws IOException {
        mount("{" + HEAD + ",'compose':{'include':[{'system':'s','filter':"
                + "[{'property':'code','op':'regex','value':'a\\\\d'}]}]}}");
        ValueSets sets = ValueSets.read(folder());
        assertTrue(sets.setsOf("s", "a1").contains(ConceptSet.INR));
        assertEquals(Set.of(), sets.setsOf("s", "a12"));
        assertEquals(0, sets.codes(ConceptSet.INR).count());
    }

    private ContentFolder folder() {
        return new ContentFolder("fhir-profiles", Optional.of(mounted));
    }

    private Path mount(String text) throws IOException {
        Path file = mounted.resolve("valuesets/ValueSet-inr.json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text.replace('\'', '"'));
    }
}
