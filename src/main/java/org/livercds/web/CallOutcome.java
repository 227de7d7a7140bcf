package org.livercds.web;

import java.util.Optional;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Refusal;

/** What became of a call, for those who count. */
enum CallOutcome {
    /** Answered, with cards; something may have been unread. */
    CARDS("cards"),
    /** Answered: nothing to say. */
    SILENT("silent"),
    /** Answered: not for this patient, user or order. */
    NOT_APPLICABLE("notApplicable"),
    /** Answered without a card, and not everything was read. */
    INCOMPLETE("incomplete"),
    /** Any 4xx that is none of the next two. */
    REFUSED("refused"),
    /** 401. */
    UNAUTHORIZED("unauthorized"),
    /** 412. */
    PRECONDITION_FAILED("preconditionFailed"),
    /** 503, because there are too many calls. */
    BUSY("busy"),
    /** Any other 5xx. */
    FAILED("failed"),
    /** The client was gone before it had its answer. */
    BROKEN_OFF("brokenOff");

    private static final int OK = 200;
    private static final int STATUS_401 = 401;
    private static final int STATUS_412 = 412;
    private static final int STATUS_500 = 500;

    private final String label;

    CallOutcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether the client has the answer of a service. */
    boolean isAnswer() {
        return ordinal() <= INCOMPLETE.ordinal();
    }

    /** Of an answer of a service. */
    static CallOutcome of(HookResponse answer) {
        if (!answer.cards().isEmpty()) {
            return CARDS;
        }
        return switch (answer.extension().evaluation().status()) {
            case "notApplicable" -> NOT_APPLICABLE;
            case "incomplete" -> INCOMPLETE;
            default -> SILENT;
        };
    }

    /**
     * Of the answer that left.
     *
     * @param refusal why, where that is known; who is refused at the door is refused because others are inside
     * @param answer of the service, which may have been replaced by a refusal
     */
    static CallOutcome of(int status, Optional<Refusal> refusal, Optional<HookResponse> answer) {
        if (status == OK && answer.isPresent()) {
            return of(answer.get());
        }
        if (status == Refusal.BUSY.status()) {
            return refusal.orElse(answer.isPresent() ? Refusal.NOT_ON_RECORD : Refusal.BUSY) == Refusal.BUSY
                    ? BUSY
                    : FAILED;
        }
        return switch (status) {
            case STATUS_401 -> UNAUTHORIZED;
            case STATUS_412 -> PRECONDITION_FAILED;
            default -> status >= STATUS_500 ? FAILED : REFUSED;
        };
    }
}
