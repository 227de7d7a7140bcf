package org.livercds.cli.evaluate;

import java.util.Optional;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.Language;
import org.livercds.hooks.RefusedException;
import org.livercds.service.AppWords;
import org.livercds.service.ExplainService.Explained;
import org.livercds.service.Standalone;

/**
 * What became of one input: an answer, or why there is none.
 *
 * @param explained instead of the answer, where it is asked for
 * @param problem in a sentence
 */
public record Evaluated(
        String name,
        Optional<HookResponse> response,
        Optional<Explained> explained,
        Optional<String> problem,
        AppWords.InLanguage words) {

    /** @param explain whether the assessment behind the answer is wanted, and not the answer */
    public static Evaluated of(Input input, Standalone services, Language language, boolean explain) {
        AppWords.InLanguage words = services.words(language);
        try {
            HookRequest request = input.source().request(services);
            return explain
                    ? new Evaluated(
                            input.name(),
                            Optional.empty(),
                            Optional.of(services.explain(request, language)),
                            Optional.empty(),
                            words)
                    : new Evaluated(
                            input.name(),
                            Optional.of(services.answer(request, language)),
                            Optional.empty(),
                            Optional.empty(),
                            words);
        } catch (RefusedException refused) {
            return without(
                    input, refused.refusal().status() + ": " + refused.refusal().sentence(), words);
        } catch (Input.UnusableException unusable) {
            return without(input, unusable.getMessage(), words);
        }
    }

    private static Evaluated without(Input input, String problem, AppWords.InLanguage words) {
        return new Evaluated(input.name(), Optional.empty(), Optional.empty(), Optional.of(problem), words);
    }
}
