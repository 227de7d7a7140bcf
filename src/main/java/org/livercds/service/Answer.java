package org.livercds.service;

import java.util.List;
import org.livercds.cards.Written.Shown;
import org.livercds.hooks.HookResponse;

/**
 * What a service answers to a call, and what of that is remembered once it is given.
 *
 * @param shown its cards with the facts behind them
 */
public record Answer(HookResponse response, List<Shown> shown) {

    public Answer {
        shown = List.copyOf(shown);
    }

    /** Without a card. */
    static Answer silent(HookResponse response) {
        return new Answer(response, List.of());
    }
}
