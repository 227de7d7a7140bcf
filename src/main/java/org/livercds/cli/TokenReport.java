package org.livercds.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.livercds.security.TokenExamination;
import org.livercds.security.TokenExamination.Said;
import org.livercds.security.TokenExamination.Step;
import org.livercds.security.TokenExamination.Taken;

/** The examination of a token in words. It is for whoever holds the token, so it says what stands in it. */
final class TokenReport {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("cli.tokens");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TokenExamination examination;

    private TokenReport(TokenExamination examination) {
        this.examination = examination;
    }

    /** For people, or for programs. */
    enum Format {
        TEXT {
            @Override
            String write(TokenExamination examination) {
                return new TokenReport(examination).text();
            }
        },
        JSON {
            @Override
            String write(TokenExamination examination) {
                return new TokenReport(examination).json();
            }
        };

        abstract String write(TokenExamination examination);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        examination.said().ifPresent(said -> text.append(printable(said(said))).append('\n'));
        for (Step step : Step.values()) {
            text.append(line(step));
        }
        text.append('\n')
                .append(
                        examination.isGood()
                                ? "A first call with it would be let in. Whether it was used before is not looked at.\n"
                                : "It would be refused.\n");
        return text.toString();
    }

    private String line(Step step) {
        Optional<Taken> taken =
                examination.steps().stream().filter(one -> one.step() == step).findFirst();
        String asked = WORDS.getString("step." + step);
        return taken.map(one -> one.denial()
                        .map(denial ->
                                "FAILED  " + asked + "\n          " + denial + ": " + remedy(denial.name()) + "\n")
                        .orElse("ok      " + asked + client(step) + "\n"))
                .orElse("-       " + asked + " (not reached)\n");
    }

    private String client(Step step) {
        return step == Step.CLIENT
                ? examination.client().map(name -> ": " + name).orElse("")
                : "";
    }

    private String remedy(String denial) {
        return WORDS.getString(denial).replace("{0}", examination.client().orElse("<name>"));
    }

    private static String said(Said said) {
        return "alg " + said.algorithm() + "\nkid " + said.keyId()
                + said.keySet().map(address -> "\njku " + address).orElse("")
                + "\niss " + said.issuer().orElse("-")
                + "\naud " + String.join(" ", said.audience().isEmpty() ? List.of("-") : said.audience())
                + said.tenant().map(tenant -> "\ntenant " + tenant).orElse("")
                + "\niat " + said.issued().map(Object::toString).orElse("-")
                + "\nexp " + said.expires().map(Object::toString).orElse("-") + "\n";
    }

    /** A token of a stranger moves no cursor. */
    private static String printable(String said) {
        return said.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "?");
    }

    private String json() {
        ObjectNode json = JSON.createObjectNode().put("letIn", examination.isGood());
        examination.client().ifPresent(client -> json.put("client", client));
        ArrayNode steps = json.putArray("steps");
        examination.steps().forEach(taken -> {
            ObjectNode step = steps.addObject()
                    .put("step", taken.step().name())
                    .put("passed", taken.denial().isEmpty());
            taken.denial().ifPresent(denial -> step.put("denial", denial.name()).put("remedy", remedy(denial.name())));
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can always be written", impossible);
        }
    }
}
