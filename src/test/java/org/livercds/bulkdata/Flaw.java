package org.livercds.bulkdata;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What can be wrong with a line. A damaged copy is put beside the good line, so that what a chart says stays the same. */
enum Flaw {
    /** The line ends too early. */
    TRUNCATED("truncated", "notJson"),
    /** It is no JSON at all. */
    NOT_JSON("notJson", "notJson"),
    /** It says something twice. */
    DUPLICATE_MEMBER("duplicateMember", "notJson"),
    /** It is JSON of which nobody knows what it is. */
    NO_RESOURCE_TYPE("noResourceType", "noResourceType"),
    /** An Observation of which nobody knows whose it is. */
    NO_SUBJECT("noSubject", "noPatient");

    private final String word;
    private final String problem;

    Flaw(String word, String problem) {
        this.word = word;
        this.problem = problem;
    }

    /** As it stands in the list of what is expected. */
    String word() {
        return word;
    }

    /** What the command {@code screen} calls it. */
    String problem() {
        return problem;
    }

    /** A copy of a line with this flaw. */
    Line damage(Line line) {
        String json = line.text();
        String type = "\"resourceType\":\"" + line.type() + "\"";
        String damaged = switch (this) {
            case TRUNCATED -> json.substring(0, json.length() / 2);
            case NOT_JSON -> "<html><body>502 Bad Gateway</body></html>";
            case DUPLICATE_MEMBER -> json.replace(type, type + "," + type);
            case NO_RESOURCE_TYPE -> json.replace(type + ",", "");
            case NO_SUBJECT ->
                "{\"resourceType\":\"Observation\",\"id\":\"nobodys\",\"status\":\"final\","
                        + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"1975-2\"}]},\"valueInteger\":1}";
        };
        String found = this == NO_SUBJECT ? "Observation" : line.type();
        return new Line(found, damaged.getBytes(StandardCharsets.UTF_8), Optional.of(this));
    }
}
