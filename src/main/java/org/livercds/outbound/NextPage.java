package org.livercds.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The link of a Bundle to the page behind it. */
final class NextPage {

    private NextPage() {}

    /**
     * @return empty at the last page
     * @throws FetchException if it leads to another origin, or nowhere
     */
    static Optional<URI> of(ObjectNode bundle, FhirServer server) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return Optional.of(target(link.path("url").asText(), server));
            }
        }
        return Optional.empty();
    }

    private static URI target(String url, FhirServer server) {
        try {
            URI target = URI.create(server.base() + "/").resolve(new URI(PercentEncoding.address(url)));
            if (!url.isBlank() && isOf(server, target)) {
                return target;
            }
        } catch (URISyntaxException malformed) {
            // leads nowhere
        }
        throw new FetchException(FetchProblem.FOREIGN_LINK);
    }

    private static boolean isOf(FhirServer server, URI target) {
        return target.getHost() != null
                && target.getRawUserInfo() == null
                && Origin.of(target).equals(server.origin());
    }
}
