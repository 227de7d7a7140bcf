package org.livercds.bulkdata;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of an export.
 *
 * @param type the resource type, by which it finds its file
 * @param flaw what is wrong with it; empty where it is good
 */
record Line(String type, byte[] bytes, Optional<Flaw> flaw) {

    static Line of(String type, String json) {
        return new Line(type, json.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
