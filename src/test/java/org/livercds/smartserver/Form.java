package org.livercds.smartserver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters as they stand in an address or a body. */
public final class Form {

    private Form() {}

    public static Map<String, String> read(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return form;
        }
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            if (form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value) != null) {
                throw new IllegalArgumentException(parts[0] + " comes twice");
            }
        }
        return form;
    }
}
