package org.livercds.cli.screen;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.livercds.hooks.WireJson;
import org.livercds.service.PrefetchQueries.Code;

/**
 * What of a resource decides whether it is needed: read without making a tree of it, because of most resources of an
 * export nothing else is.
 *
 * @param type empty where it has none
 * @param codes of its element {@code code}
 */
record Scan(String type, List<Code> codes) {

    /** @throws IOException where it is no JSON object, or more than one */
    static Scan of(byte[] text, int from, int length) throws IOException {
        String type = "";
        List<Code> codes = new ArrayList<>(2);
        try (JsonParser parser = WireJson.parser(text, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (member.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                    type = parser.getText();
                } else if (member.equals("code") && value == JsonToken.START_OBJECT) {
                    concept(parser, codes);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one");
            }
        }
        return new Scan(type, codes);
    }

    private static void concept(JsonParser parser, List<Code> codes) throws IOException {
        for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (member.equals("coding") && value == JsonToken.START_ARRAY) {
                codings(parser, codes);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void codings(JsonParser parser, List<Code> codes) throws IOException {
        for (JsonToken one = parser.nextToken(); one != JsonToken.END_ARRAY; one = parser.nextToken()) {
            if (one == JsonToken.START_OBJECT) {
                codes.add(coding(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static Code coding(JsonParser parser) throws IOException {
        String system = "";
        String code = "";
        for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING && member.equals("system")) {
                system = parser.getText();
            } else if (value == JsonToken.VALUE_STRING && member.equals("code")) {
                code = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return new Code(system, code);
    }
}
