package org.livercds.cli.screen;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.hooks.WireJson;
import org.livercds.service.PrefetchQueries;
import org.livercds.service.PrefetchQueries.Code;

/**
 * What of a resource decides whether it is needed, and whose it is: read without making a tree of it. A resource of a
 * type that nobody asks for is read no further than its type, an Observation with other codes no further than those.
 */
final class Scan {

    private final List<Code> codes = new ArrayList<>(2);
    private String type = "";
    private String id = "";
    private String subject = "";
    private String patient = "";
    private boolean unwanted;

    private Scan() {}

    /**
     * @param queries what they would not find is read no further than to that
     * @param whole it is read to its end all the same
     * @throws IOException where it is no JSON object, or more than one
     */
    static Scan of(byte[] text, int from, int length, PrefetchQueries queries, boolean whole) throws IOException {
        Scan scan = new Scan();
        try (JsonParser parser = WireJson.parser(text, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
                scan.member(member, parser.nextToken(), parser);
                if (!whole && scan.isDecided(member, queries) && text[from + length - 1] == '}') {
                    return scan;
                }
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one");
            }
        }
        return scan;
    }

    /** Of a resource of which only the beginning is there. */
    static Scan ofBeginning(byte[] text, PrefetchQueries queries) {
        Scan scan = new Scan();
        try (JsonParser parser = WireJson.parser(text, 0, text.length)) {
            parser.nextToken();
            for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
                scan.member(member, parser.nextToken(), parser);
                scan.unwanted |= scan.isDecided(member, queries);
            }
        } catch (IOException cut) {
            // as it must end; what stands before that counts
            return scan;
        }
        return scan;
    }

    /** Nobody asks for it, as far as the beginning tells. */
    boolean isUnwanted() {
        return unwanted;
    }

    /** Empty where it has none. */
    String type() {
        return type;
    }

    /** Of its element {@code code}. */
    List<Code> codes() {
        return codes;
    }

    Optional<Subject> subject() {
        if (type.equals("Patient")) {
            return Subject.ofId(id);
        }
        return Subject.of(subject.isEmpty() ? patient : subject);
    }

    /** Whether after this member nothing can make the queries find it. */
    private boolean isDecided(String member, PrefetchQueries queries) {
        return switch (member) {
            case "resourceType" ->
                !type.isEmpty() && !type.equals("Bundle") && !queries.types().contains(type);
            case "code" -> queries.types().contains(type) && !queries.find(type, codes);
            default -> false;
        };
    }

    private void member(String name, JsonToken value, JsonParser parser) throws IOException {
        switch (name) {
            case "resourceType" -> type = text(value, parser);
            case "id" -> id = text(value, parser);
            case "subject" -> subject = reference(value, parser);
            case "patient" -> patient = reference(value, parser);
            case "code" -> concept(value, parser);
            default -> parser.skipChildren();
        }
    }

    private static String text(JsonToken value, JsonParser parser) throws IOException {
        parser.skipChildren();
        return value == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    private static String reference(JsonToken value, JsonParser parser) throws IOException {
        String reference = "";
        if (value == JsonToken.START_OBJECT) {
            for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
                String text = text(parser.nextToken(), parser);
                reference = member.equals("reference") ? text : reference;
            }
        } else {
            parser.skipChildren();
        }
        return reference;
    }

    private void concept(JsonToken value, JsonParser parser) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            if (list && member.equals("coding")) {
                codings(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void codings(JsonParser parser) throws IOException {
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
            if (member.equals("system")) {
                system = text(value, parser);
            } else if (member.equals("code")) {
                code = text(value, parser);
            } else {
                parser.skipChildren();
            }
        }
        return new Code(system, code);
    }
}
