package org.livercds.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.hooks.Language;
import org.livercds.picture.WeeklyCards;

/** The pictures of a summary, in the words of one language. */
public record SummaryPictures(PageWords words) {

    static SummaryPictures in(Language language) {
        return new SummaryPictures(MessageBundles.get(PageWords.class, Localized.Literal.of(language.code())));
    }

    public String of(TopicSummary topic) {
        return new WeeklyCards(
                        words.picture(topic.name()),
                        cards -> cards == 1 ? words.oneCard() : words.cards(cards),
                        topic.weeks().stream()
                                .map(week -> new WeeklyCards.Week(
                                        week.monday(),
                                        week.tally().accepted(),
                                        week.tally().overridden(),
                                        week.tally().unanswered()))
                                .toList())
                .svg();
    }
}
