package org.livercds.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HEAD and OPTIONS at every address, also where it is written with stray slashes. */
@QuarkusTest
class HeadAndOptionsTest {

    static Stream<String> readable() {
        return spelled(
                "/cds-services",
                "/cds-services/liver-cancer-order-select/source-attributes",
                "/demo/requests",
                "/demo/requests/four-metastases");
    }

    static Stream<String> callable() {
        return spelled(
                "/cds-services/liver-cancer-patient-view",
                "/cds-services/liver-cancer-order-select",
                "/cds-services/liver-cancer-order-sign",
                "/cds-services/liver-cancer-order-sign/feedback");
    }

    private static Stream<String> spelled(String... paths) {
        return Stream.of(paths).flatMap(path -> List.of(path, path + "/", path.replace("/", "//") + "//").stream());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void what_can_be_read_has_a_head(String path) {
        Response head = call().head(path);
        Response get = call().get(path);
        assertEquals(200, head.statusCode());
        assertEquals(get.contentType(), head.contentType());
        assertEquals(0, head.asByteArray().length);
        assertTrue(get.asByteArray().length > 0);
        call().options(path).then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @ParameterizedTest
    @MethodSource("callable")
    void what_can_be_called_says_so(String path) {
        call().options(path).then().statusCode(204).header("Allow", equalTo("OPTIONS, POST"));
        Response head = call().head(path);
        assertEquals(405, head.statusCode());
        assertEquals("OPTIONS, POST", head.header("Allow"));
        assertEquals(0, head.asByteArray().length);
    }

    private static RequestSpecification call() {
        return given().urlEncodingEnabled(false);
    }
}
