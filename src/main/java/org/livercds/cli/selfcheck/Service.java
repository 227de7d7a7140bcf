package org.livercds.cli.selfcheck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A service as discovery lists it. */
record Service(String id, String hook, Map<String, String> prefetch) {

    /** Its id in an address. */
    String segment() {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
