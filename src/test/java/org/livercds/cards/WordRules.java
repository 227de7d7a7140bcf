package org.livercds.cards;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that no card may have, whatever it is about. */
final class WordRules {

    /** A bare verb at the beginning of a sentence or an item asks the clinician to do something. */
    private static final String VERBS =
            "(?:consider|do|don't|refer|order|give|perform|treat|start|stop|use|avoid|check|"
                    + "administer|prescribe|initiate|begin|continue|discontinue|switch|obtain|repeat|schedule|send|ask|call|"
                    + "contact|consult|evaluate|assess|measure|monitor|confirm|verify|ensure|discuss|offer|recommend|choose|"
                    + "prefer|proceed|exclude|rule out|image|biopsy|resect|ablate|embolize|operate|transplant the|irradiate|"
                    + "withhold|delay|wait|watch|document|record|note|remember|see|follow|make|take|keep|add|reduce|increase|"
                    + "try|look|tell|inform|review the|stage the|plan the|screen the|please|never|always)";

    private static final Pattern IMPERATIVE = Pattern.compile(
            "(?im)(?:^|[.;:!?] |^\\s*[-*>] |[✓✗?] |\\*\\*|\\(|, (?:and|then|or) )" + VERBS + "\\b(?![-:])");

    /** The title of the third card, the label of every sentence of the AI-generated answer, and that of the drug list. */
    private static final List<String> ALLOWED = List.of("Check first", "; verify", "; check current labelling");

    private static final Pattern OBLIGATION =
            Pattern.compile("(?i)\\b(?:must|should|shall|ought|has to|have to|need to)\\b");
    private static final Pattern DOSE = Pattern.compile(
            "(?i)\\d[\\d.,]* ?(?:mg|µg|mcg|g|ml|IU|units?|Gy|cGy|mCi|MBq|GBq|tablets?)\\b(?!/d?L)|\\b(?:mg|g|µg)/(?:kg|m²|m2|day)");
    private static final Pattern PHONE = Pattern.compile(
            "(?i)tel:|\\bphone\\b|\\+\\d{1,3}[ -]\\d|\\(\\d{3}\\) ?\\d{3}|\\b\\d{3}[-. ]\\d{3}[-. ]\\d{4}\\b|\\b1-8\\d\\d-");
    private static final Pattern PROMISE = Pattern.compile(
            "(?i)does not harm|harmless|\\bsafe(?:ly|ty|r|st)?\\b|guarantee|without risk|risk-free|\\bcures?\\b|\\bbest treatment\\b");

    /** Endings of names of drugs against cancer; the words of chemistry that share one are not on cards. */
    private static final Pattern DRUG = Pattern.compile(
            "(?i)\\b\\w{3,}(?:mab|nib|platin|taxel|rubicin|tecan|citabine|fluorouracil|mycin)\\b|\\bthalidomide\\b");

    /** Most lines stand on thousands of cards. */
    private static final Map<String, Optional<String>> LINES = new ConcurrentHashMap<>();

    private WordRules() {}

    /** What is wrong with some words, if anything. */
    static Optional<String> wrong(String words) {
        return words.lines()
                .map(line -> LINES.computeIfAbsent(line, WordRules::wrongIn))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> wrongIn(String words) {
        String plain = words.replaceAll("\\]\\(https?:[^)]*\\)", "]");
        String spoken = ALLOWED.stream().reduce(plain, (text, allowed) -> text.replace(allowed, ""));
        return Stream.of(
                        first("asks to do", IMPERATIVE, spoken),
                        first("obliges", OBLIGATION, plain),
                        first("gives a dose", DOSE, plain),
                        first("gives a number to call", PHONE, plain),
                        first("promises", PROMISE, plain))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> drug(String words) {
        return first("names a drug", DRUG, words);
    }

    private static Optional<String> first(String what, Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .findFirst()
                .map(found -> what + ": \"" + found.group().strip() + "\"");
    }
}
