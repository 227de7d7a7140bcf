package org.livercds.feedback;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.livercds.feedback.Counts.Topic;
import org.livercds.feedback.Summary.Flag;
import org.livercds.feedback.Summary.ReasonCount;
import org.livercds.feedback.Summary.ServiceCalls;
import org.livercds.feedback.Summary.Tally;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.feedback.Summary.Week;
import org.livercds.hooks.FeedbackItem.Outcome;

/** Makes a summary of counts. */
record Summing(LocalDate from, LocalDate to, Counts counts, SummaryWords words) {

    private static final BigDecimal MOST_OVERRIDDEN = new BigDecimal("0.8");
    private static final BigDecimal SHOWN_OFTEN = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final Comparator<Topic> ORDER =
            comparing(Topic::service).thenComparing(Topic::topic).thenComparing(Topic::ruleVersion);

    Summary summary() {
        List<TopicSummary> topics = Stream.concat(
                        counts.shown().stream().map(Counts.Shown::topic),
                        counts.done().stream().map(Counts.Done::topic))
                .distinct()
                .sorted(ORDER)
                .map(this::of)
                .toList();
        return new Summary(from.toString(), to.toString(), services(), topics, counts.strays());
    }

    private List<ServiceCalls> services() {
        return counts.calls().stream()
                .collect(groupingBy(
                        calls -> new Topic(calls.service(), "", calls.ruleVersion()),
                        () -> new TreeMap<>(ORDER),
                        summingLong(Counts.Calls::count)))
                .entrySet()
                .stream()
                .map(sum ->
                        new ServiceCalls(sum.getKey().service(), sum.getKey().ruleVersion(), sum.getValue()))
                .toList();
    }

    private TopicSummary of(Topic topic) {
        List<Week> weeks = weeks(topic);
        Tally all = weeks.stream().map(Week::tally).reduce(Tally.NONE, Tally::plus);
        return new TopicSummary(
                topic.service(),
                topic.topic(),
                words.topic(topic.topic()),
                topic.ruleVersion(),
                all,
                percent(all.shown(), all.calls()),
                percent(all.overridden(), all.accepted() + all.overridden()),
                reasons(topic),
                flags(all),
                weeks);
    }

    /** Each week of the time, those without a card too. */
    private List<Week> weeks(Topic topic) {
        Map<LocalDate, Tally> byMonday = new TreeMap<>();
        for (LocalDate monday = Week.mondayOf(from); !monday.isAfter(to); monday = monday.plusWeeks(1)) {
            byMonday.put(monday, Tally.NONE);
        }
        counts.calls().stream()
                .filter(calls -> calls.service().equals(topic.service())
                        && calls.ruleVersion().equals(topic.ruleVersion()))
                .forEach(calls -> add(byMonday, calls.day(), new Tally(calls.count(), 0, 0, 0)));
        counts.shown().stream()
                .filter(shown -> shown.topic().equals(topic))
                .forEach(shown -> add(byMonday, shown.day(), new Tally(0, shown.count(), 0, 0)));
        counts.done().stream()
                .filter(done -> done.topic().equals(topic))
                .forEach(done -> add(byMonday, done.day(), tally(done)));
        List<Week> weeks = new ArrayList<>();
        byMonday.forEach((monday, tally) -> weeks.add(new Week(monday.toString(), tally)));
        return weeks;
    }

    private static void add(Map<LocalDate, Tally> byMonday, long day, Tally more) {
        byMonday.merge(Week.mondayOf(LocalDate.ofEpochDay(day)), more, Tally::plus);
    }

    private static Tally tally(Counts.Done done) {
        return isOverridden(done) ? new Tally(0, 0, 0, done.count()) : new Tally(0, 0, done.count(), 0);
    }

    private static boolean isOverridden(Counts.Done done) {
        return done.outcome().equals(Outcome.OVERRIDDEN.code());
    }

    private List<ReasonCount> reasons(Topic topic) {
        record Reason(Optional<String> system, Optional<String> code) {}
        return counts.done().stream()
                .filter(done -> done.topic().equals(topic) && isOverridden(done))
                .collect(groupingBy(done -> new Reason(done.system(), done.code()), summingLong(Counts.Done::count)))
                .entrySet()
                .stream()
                .map(sum -> reason(sum.getKey().system(), sum.getKey().code(), sum.getValue()))
                .sorted(comparing(ReasonCount::count)
                        .reversed()
                        .thenComparing(ReasonCount::code, nullsLast(naturalOrder()))
                        .thenComparing(ReasonCount::system, nullsLast(naturalOrder())))
                .toList();
    }

    private ReasonCount reason(Optional<String> system, Optional<String> code, long count) {
        return new ReasonCount(
                system.orElse(null),
                code.orElse(null),
                code.flatMap(words::reason).orElse(null),
                count);
    }

    private static List<Flag> flags(Tally all) {
        List<Flag> flags = new ArrayList<>();
        if (isMore(all.overridden(), MOST_OVERRIDDEN, all.accepted() + all.overridden())) {
            flags.add(Flag.MOSTLY_OVERRIDDEN);
        }
        if (all.calls() > 0 && isMore(all.shown(), SHOWN_OFTEN, all.calls())) {
            flags.add(Flag.SHOWN_OFTEN);
        }
        return flags;
    }

    /** Exactly, whatever is shown as rounded. */
    private static boolean isMore(long part, BigDecimal share, long whole) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
