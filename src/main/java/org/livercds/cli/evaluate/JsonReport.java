package org.livercds.cli.evaluate;

import java.nio.charset.StandardCharsets;
import org.livercds.hooks.HookResponse;
import org.livercds.hooks.WireJson;

/** One JSON object in a line for each input: its name, and the answer as it goes to an EHR or why there is none. */
public final class JsonReport implements Report {

    private record Line(String input, HookResponse response, String problem) {}

    @Override
    public String of(Evaluated evaluated) {
        Line line = new Line(
                evaluated.name(),
                evaluated.response().orElse(null),
                evaluated.problem().orElse(null));
        return new String(WireJson.write(line), StandardCharsets.UTF_8) + "\n";
    }
}
