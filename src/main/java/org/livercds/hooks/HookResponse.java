package org.livercds.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The answer to a call. No card is an answer too: the evaluation says why. */
public record HookResponse(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Card> cards, Extension extension) {
    public HookResponse {
        cards = List.copyOf(cards);
    }

    public HookResponse(List<Card> cards, Evaluation evaluation) {
        this(cards, new Extension(evaluation));
    }

    /** Under a name that no other service uses. */
    public record Extension(
            @JsonProperty("org.livercds.evaluation") Evaluation evaluation) {}
}
