package org.livercds.language;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.livercds.codes.ContentFolder;
import org.livercds.codes.OrderCodes;
import org.livercds.hooks.Language;

/** The words that answers in one language are made of: those of its files, its months, and what charts record. */
record Vocabulary(Language language, Set<String> words) {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Units and categories as they are recorded; names of drugs that both languages write alike. */
    private static final String RECORDED = "cm mm mg dL g L ng mL umol µmol uL IU kIU U IE M LR US TIV TR "
            + "sorafenib lenvatinib regorafenib cabozantinib ramucirumab bevacizumab atezolizumab durvalumab nivolumab "
            + "ipilimumab pembrolizumab";

    static Vocabulary of(Language language) {
        Stream<String> dates = Texts.ofSources(language).stream().filter(text -> text.matches(".{0,30}\\d{4}"));
        Stream<String> months =
                Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.SHORT, language.locale()));
        Stream<String> texts = Stream.of(
                        Texts.ofCards(language).values().stream(),
                        dates,
                        months,
                        Stream.of(RECORDED),
                        displays(language))
                .flatMap(all -> all);
        return new Vocabulary(language, texts.flatMap(Vocabulary::words).collect(toSet()));
    }

    /** The words of a text that are none of these; {@code 0.4 in} is a size. */
    Set<String> strange(String text) {
        return words(text.replaceAll("(\\d) in\\b", "$1"))
                .filter(word -> !words.contains(word))
                .collect(toSet());
    }

    private static Stream<String> displays(Language language) {
        OrderCodes codes = OrderCodes.read(ContentFolder.inJar("fhir-profiles"));
        return Texts.ofCards(Language.EN).keySet().stream()
                .filter(key -> key.startsWith("phrases.yaml order ") && key.endsWith(" name"))
                .map(key -> key.split(" ")[2])
                .flatMap(code -> codes.of(code, language.code()).stream())
                .map(OrderCodes.Order::display);
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
    }

    static Map<Language, Vocabulary> all() {
        return Stream.of(Language.values()).collect(toMap(language -> language, Vocabulary::of));
    }
}
