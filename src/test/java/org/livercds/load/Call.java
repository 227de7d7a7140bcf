package org.livercds.load;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A call that can be made again and again, each time with the next token, and what is right to answer. */
record Call(String path, Buffer body, TokenPool tokens, Optional<RightAnswer> right) {

    static final String HOOK = "/cds-services/liver-cancer-patient-view";
    static final String FEEDBACK = HOOK + "/feedback";

    static final String GOOD = "good";
    static final String REJECTED = "rejected";
    static final String INCOMPLETE = "incomplete";
    static final String NO_DIAGNOSIS = "412";
    static final String WRONG_PATIENT = "WRONG PATIENT";
    static final String OTHER_ANSWER = "OTHER ANSWER";

    /** An answer in a word; what is none of these words is an error. */
    String judge(int status, MultiMap headers, Buffer answer) {
        return switch (status) {
            case 200 ->
                right.map(expected -> judge(expected, answer.getBytes())).orElse(GOOD);
            case 412 -> NO_DIAGNOSIS;
            case 429, 503 -> headers.contains("Retry-After") ? REJECTED : status + " without Retry-After";
            default -> "status " + status;
        };
    }

    Call with(RightAnswer answer) {
        return new Call(path, body, tokens, Optional.of(answer));
    }

    private static String judge(RightAnswer expected, byte[] answer) {
        if (expected.isSameAs(answer)) {
            return GOOD;
        }
        if (expected.isOfAnother(answer)) {
            return WRONG_PATIENT;
        }
        return isIncomplete(Buffer.buffer(answer)) ? INCOMPLETE : OTHER_ANSWER;
    }

    static boolean isIncomplete(Buffer answer) {
        return answer.toString(StandardCharsets.UTF_8).contains("\"status\":\"incomplete\"");
    }
}
