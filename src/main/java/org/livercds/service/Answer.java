package org.livercds.service;

import java.util.List;
import java.util.Optional;
import org.livercds.cards.Written.Shown;
import org.livercds.clinical.guideline.Advice;
import org.livercds.hooks.HookResponse;

/**
 * What a service answers to a call, and what of that is remembered once it is given.
 *
 * @param shown its cards with the facts behind them
 * @param advice that the cards are made of; empty where the chart was not looked at
 */
public record Answer(HookResponse response, List<Shown> shown, Optional<Advice> advice) {

    public Answer {
        shown = List.copyOf(shown);
    }

    /** Without a card. */
    static Answer silent(HookResponse response) {
        return new Answer(response, List.of(), Optional.empty());
    }

    /** The same in another form. */
    Answer with(HookResponse other) {
        return new Answer(other, shown, advice);
    }
}
