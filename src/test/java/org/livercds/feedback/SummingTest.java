package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livercds.feedback.Counts.Topic;
import org.livercds.feedback.Summary.Flag;
import org.livercds.feedback.Summary.ReasonCount;
import org.livercds.feedback.Summary.ServiceCalls;
import org.livercds.feedback.Summary.Tally;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.feedback.Summary.Week;

class SummingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate TO = LocalDate.of(2026, 11, 21);
    private static final Topic ABLATION = new Topic("view", "ablation", "2.0.0");

    static final SummaryWords WORDS = new SummaryWords() {
        @Override
        public String topic(String code) {
            return Map.of("ablation", "Ablation").getOrDefault(code, code);
        }

        @Override
        public Optional<String> reason(String code) {
            return Optional.of("Patient prefers another").filter(any -> code.equals("prefers-alternative"));
        }
    };

    @Test
    void of_nothing_comes_nothing() {
        Summary none = sum(List.of(), List.of(), List.of());
        assertEquals(new Summary("2026-11-02", "2026-11-21", List.of(), List.of(), 0), none);
    }

    @Test
    void each_week_has_its_own_numbers_and_empty_weeks_are_there() {
        TopicSummary topic = sum(
                        List.of(calls(0, "view", 20), calls(6, "view", 20), calls(7, "view", 5), calls(7, "sign", 99)),
                        List.of(shown(0, 3), shown(6, 1), shown(19, 1)),
                        List.of(done(0, "accepted", 1), done(6, "overridden", 1), done(19, "overridden", 1)))
                .topics()
                .get(0);
        assertEquals(
                List.of(
                        new Week("2026-11-02", new Tally(40, 4, 1, 1)),
                        new Week("2026-11-09", new Tally(5, 0, 0, 0)),
                        new Week("2026-11-16", new Tally(0, 1, 0, 1))),
                topic.weeks());
        assertEquals(new Tally(45, 5, 1, 2), topic.total());
        assertEquals(2, topic.total().unanswered());
        assertEquals(new BigDecimal("11.1"), topic.shownPer100Calls());
        assertEquals(new BigDecimal("66.7"), topic.overriddenPercent());
        assertEquals("Ablation", topic.name());
    }

    @Test
    void services_topics_and_versions_are_apart_and_in_order() {
        Topic newer = new Topic("view", "ablation", "2.1.0");
        Topic other = new Topic("sign", "ablationOrder", "2.0.0");
        Summary summary = sum(
                List.of(
                        calls(0, "view", 7),
                        calls(1, "view", 1),
                        new Counts.Calls(MONDAY.toEpochDay(), "view", "2.1.0", 2),
                        calls(0, "sign", 3)),
                List.of(new Counts.Shown(MONDAY.toEpochDay(), newer, 1), shown(0, 1)),
                List.of(new Counts.Done(
                        MONDAY.toEpochDay(), other, "accepted", Optional.empty(), Optional.empty(), 1)));
        assertEquals(
                List.of(
                        new ServiceCalls("sign", "2.0.0", 3),
                        new ServiceCalls("view", "2.0.0", 8),
                        new ServiceCalls("view", "2.1.0", 2)),
                summary.services());
        assertEquals(
                List.of("sign ablationOrder 2.0.0 3", "view ablation 2.0.0 8", "view ablation 2.1.0 2"),
                summary.topics().stream()
                        .map(topic -> topic.service() + " " + topic.topic() + " " + topic.ruleVersion() + " "
                                + topic.total().calls())
                        .toList());
        assertEquals("ablationOrder", summary.topics().get(0).name());
    }

    @Test
    void reasons_are_of_overridden_cards_and_the_most_frequent_comes_first() {
        List<Counts.Done> done = new ArrayList<>(List.of(done(0, "accepted", 50), done(0, "overridden", 1)));
        done.add(reason(0, "site", "busy", 2));
        done.add(reason(0, "thro", "prefers-alternative", 1));
        done.add(reason(8, "thro", "prefers-alternative", 2));
        assertEquals(
                List.of(
                        new ReasonCount("thro", "prefers-alternative", "Patient prefers another", 3),
                        new ReasonCount("site", "busy", null, 2),
                        new ReasonCount(null, null, null, 1)),
                sum(List.of(), List.of(), done).topics().get(0).reasons());
    }

    @ParameterizedTest(name = "{0} accepted, {1} overridden: {2}")
    @CsvSource({"2001, 7999, false", "2000, 8000, false", "1999, 8001, true", "0, 1, true", "1, 0, false"})
    void more_than_eighty_percent_overridden_is_a_flag(long accepted, long overridden, boolean flag) {
        TopicSummary topic = sum(
                        List.of(), List.of(), List.of(done(0, "accepted", accepted), done(0, "overridden", overridden)))
                .topics()
                .get(0);
        assertEquals(flag, topic.flags().contains(Flag.MOSTLY_OVERRIDDEN));
    }

    @ParameterizedTest(name = "{0} of {1} calls: {2}")
    @CsvSource({"999, 10000, false", "1000, 10000, false", "1001, 10000, true", "0, 10, false", "1, 9, true"})
    void shown_on_more_than_ten_percent_of_calls_is_a_flag(long shown, long calls, boolean flag) {
        TopicSummary topic = sum(List.of(calls(0, "view", calls)), List.of(shown(0, shown)), List.of())
                .topics()
                .get(0);
        assertEquals(flag, topic.flags().contains(Flag.SHOWN_OFTEN));
    }

    @Test
    void what_is_not_known_is_no_number_and_no_flag() {
        TopicSummary topic =
                sum(List.of(), List.of(shown(0, 5)), List.of()).topics().get(0);
        assertNull(topic.shownPer100Calls());
        assertNull(topic.overriddenPercent());
        assertTrue(topic.flags().isEmpty());
        assertEquals(5, topic.total().unanswered());
    }

    private static Summary sum(List<Counts.Calls> calls, List<Counts.Shown> shown, List<Counts.Done> done) {
        return new Summing(MONDAY, TO, new Counts(calls, shown, done, 0), WORDS).summary();
    }

    private static Counts.Calls calls(int day, String service, long count) {
        return new Counts.Calls(MONDAY.toEpochDay() + day, service, "2.0.0", count);
    }

    private static Counts.Shown shown(int day, long count) {
        return new Counts.Shown(MONDAY.toEpochDay() + day, ABLATION, count);
    }

    private static Counts.Done done(int day, String outcome, long count) {
        return new Counts.Done(MONDAY.toEpochDay() + day, ABLATION, outcome, Optional.empty(), Optional.empty(), count);
    }

    private static Counts.Done reason(int day, String system, String code, long count) {
        return new Counts.Done(
                MONDAY.toEpochDay() + day, ABLATION, "overridden", Optional.of(system), Optional.of(code), count);
    }
}
