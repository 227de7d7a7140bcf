package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateExtension;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.livercds.feedback.Summary;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
import org.livercds.picture.WeeklyCards;
import org.livercds.service.FeedbackSummary;
import org.livercds.service.LiverCdsConfig;

/** What clinicians did with the cards, for a committee: JSON, or a page for those who ask for one. */
@Path(SummaryResource.PATH)
public final class SummaryResource {

    static final String PATH = "/feedback/summary";

    private final FeedbackSummary summary;
    private final CallerGate gate;
    private final boolean demonstration;
    private final Template page;

    SummaryResource(
            FeedbackSummary summary, CallerGate gate, LiverCdsConfig config, @Location("summary.html") Template page) {
        this.summary = summary;
        this.gate = gate;
        this.demonstration = config.demo().enabled();
        this.page = page;
    }

    @GET
    @Blocking
    public Response summary(HttpHeaders headers, @QueryParam("weeks") @DefaultValue("12") String weeks) {
        Caller caller = gate.admitToSummary(headers, PATH);
        Summary told = summary.of(number(weeks), caller);
        Response answer = asksForPage(headers)
                ? Page.of(page.data("summary", told, "demonstration", demonstration))
                : CdsServicesResource.json(WireJson.write(told));
        return Response.fromResponse(answer)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Browsers name HTML first. */
    private static boolean asksForPage(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || isHtml(type))
                .findFirst()
                .filter(SummaryResource::isHtml)
                .isPresent();
    }

    private static boolean isHtml(MediaType type) {
        return type.getType().equals("text") && type.getSubtype().equals("html");
    }

    private static int number(String weeks) {
        try {
            return Integer.parseInt(weeks);
        } catch (NumberFormatException none) {
            throw new RefusedException(Refusal.NOT_WEEKS);
        }
    }

    /** What the page asks of a topic. */
    @TemplateExtension
    static final class Pictures {

        private Pictures() {}

        static String picture(TopicSummary topic) {
            return new WeeklyCards(
                            topic.name() + ", by week: accepted, overridden, not answered. The table has the numbers.",
                            topic.weeks().stream()
                                    .map(week -> new WeeklyCards.Week(
                                            week.monday(),
                                            week.tally().accepted(),
                                            week.tally().overridden(),
                                            week.tally().unanswered()))
                                    .toList())
                    .svg();
        }

        static boolean isFlagged(TopicSummary topic, String flag) {
            return topic.flags().stream().anyMatch(one -> one.name().equals(flag));
        }
    }
}
