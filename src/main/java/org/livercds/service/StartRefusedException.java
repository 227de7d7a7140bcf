package org.livercds.service;

import java.util.List;
import java.util.stream.Collectors;

/** A start that is refused; the message is for the operator, a sentence for each mistake. */
public final class StartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;
    private static final String REFUSAL = "Liver CDS does not start";

    private final String sentence;

    /** @param sentence names the setting and says what to do */
    StartRefusedException(String sentence) {
        super(told(List.of(sentence)));
        this.sentence = sentence;
    }

    StartRefusedException(List<String> sentences) {
        super(told(sentences));
        this.sentence = String.join(" ", sentences);
    }

    String sentence() {
        return sentence;
    }

    /** One mistake in a line, several in a line each. */
    public static String told(List<String> sentences) {
        if (sentences.size() == 1) {
            return REFUSAL + ": " + sentences.get(0);
        }
        return sentences.stream()
                .map(each -> "\n- " + each)
                .collect(Collectors.joining("", REFUSAL + ", for " + sentences.size() + " reasons:", ""));
    }
}
