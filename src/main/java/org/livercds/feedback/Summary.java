package org.livercds.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * What was done with the cards of some weeks, each counted in the week in which it was shown. Numbers about nobody.
 *
 * @param from the first day, a Monday, as in 2026-11-16
 * @param to the last day
 * @param strays items of feedback on cards that nobody here issued; they count nowhere else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(String from, String to, List<ServiceCalls> services, List<TopicSummary> topics, long strays) {

    public Summary {
        services = List.copyOf(services);
        topics = List.copyOf(topics);
    }

    /**
     * How often a service was called by clinicians.
     *
     * @param calls that were answered, silent or not
     */
    public record ServiceCalls(String service, String ruleVersion, long calls) {}

    /**
     * One topic under one version of the rules.
     *
     * @param total of all weeks
     * @param shownPer100Calls to one decimal; null where no call is known
     * @param overriddenPercent of the cards that were accepted or overridden, to one decimal; null where none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TopicSummary(
            String service,
            String topic,
            String name,
            String ruleVersion,
            Tally total,
            BigDecimal shownPer100Calls,
            BigDecimal overriddenPercent,
            List<ReasonCount> reasons,
            List<Flag> flags,
            List<Week> weeks) {

        public TopicSummary {
            reasons = List.copyOf(reasons);
            flags = List.copyOf(flags);
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * @param code null where no reason was given
     * @param display null where the code is not one that our cards offer
     */
    public record ReasonCount(String system, String code, String display, long count) {}

    /**
     * The cards of a time.
     *
     * @param calls of the service, under that version of the rules
     * @param accepted cards of which that was said last
     * @param overridden cards of which that was said last
     */
    public record Tally(long calls, long shown, long accepted, long overridden) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    calls + other.calls, shown + other.shown, accepted + other.accepted, overridden + other.overridden);
        }

        /** Nobody said anything about them, or not yet. */
        @JsonProperty
        public long unanswered() {
            return Math.max(0, shown - accepted - overridden);
        }
    }

    /** @param monday its first day */
    public record Week(String monday, Tally tally) {

        /** Of the week of a day. */
        public static LocalDate mondayOf(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }

    /** Why a committee should look at a topic. */
    public enum Flag {
        /** More than 80 % of the cards that were accepted or overridden were overridden. */
        @JsonProperty("mostlyOverridden")
        MOSTLY_OVERRIDDEN,
        /** Shown on more than 10 % of the calls. */
        @JsonProperty("shownOften")
        SHOWN_OFTEN
    }
}
