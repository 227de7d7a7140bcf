package org.livercds.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

    private static final FhirServer SERVER = FetchTestCase.server("https://ehr.example/fhir");

    @ParameterizedTest
    @CsvSource({
        "https://ehr.example/fhir?page=2, https://ehr.example/fhir?page=2",
        "https://EHR.example:443/fhir?page=2, https://EHR.example:443/fhir?page=2",
        "https://ehr.example/paging/abc, https://ehr.example/paging/abc",
        "Condition?page=2, https://ehr.example/fhir/Condition?page=2",
        "?page=2, https://ehr.example/fhir/?page=2",
        "/fhir/Condition?page=2, https://ehr.example/fhir/Condition?page=2",
        "https://ehr.example/fhir?code=a|b c, https://ehr.example/fhir?code=a%7Cb%20c",
        "https://ehr.example/fhir?code=a%7Cb, https://ehr.example/fhir?code=a%7Cb"
    })
    void it_is_absolute_or_relative_to_the_base(String link, String next) {
        assertEquals(Optional.of(URI.create(next)), NextPage.of(bundle("next", link), SERVER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/fhir?page=2",
                "http://ehr.example/fhir?page=2",
                "https://ehr.example:8443/fhir?page=2",
                "https://ehr.example@evil.example/fhir",
                "https://evil.example@ehr.example/fhir",
                "https://ehr.example\\@evil.example/fhir",
                "https://ehr.example.evil.example/fhir",
                "//evil.example/fhir",
                "file:///etc/passwd",
                "urn:uuid:1",
                "https://ehr.example/%",
                "https:///fhir",
                "https://ehr.example:x/",
                "",
                " "
            })
    void another_origin_or_none_is_refused(String link) {
        FetchException refusal = assertThrows(FetchException.class, () -> NextPage.of(bundle("next", link), SERVER));
        assertEquals(FetchProblem.FOREIGN_LINK, refusal.problem());
    }

    @Test
    void other_links_do_not_count() {
        assertEquals(Optional.empty(), NextPage.of(bundle("self", "https://evil.example/"), SERVER));
        assertEquals(Optional.empty(), NextPage.of(FetchTestCase.json("{\"link\":\"next\"}"), SERVER));
        assertEquals(Optional.empty(), NextPage.of(FetchTestCase.json("{}"), SERVER));
    }

    private static ObjectNode bundle(String relation, String url) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.putArray("link").addObject().put("relation", relation).put("url", url);
        return bundle;
    }
}
