package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.livercds.hooks.WireJson;

/** What is made of the bytes that a FHIR server sends, for tests outside this package. */
public final class AnswerOfServer {

    private static final FhirServer SERVER = FetchTestCase.server("https://ehr.example/fhir");

    private AnswerOfServer() {}

    /** A page and how many bytes it was; empty where the answer is a problem of the server. */
    public record Read(ObjectNode json, int unpacked) {}

    public static Optional<Read> read(byte[] body, boolean zipped, int most) {
        try {
            Page page = new PageReader(MediaTypes.FHIR_JSON, WireJson::readObject).read(body, zipped, most);
            return Optional.of(new Read(page.json(), page.unpacked()));
        } catch (FetchException problem) {
            return Optional.empty();
        }
    }

    /** The address of the page behind it; empty where there is none, or it may not be called. */
    public static Optional<URI> next(ObjectNode page) {
        try {
            return NextPage.of(page, SERVER);
        } catch (FetchException problem) {
            return Optional.empty();
        }
    }
}
