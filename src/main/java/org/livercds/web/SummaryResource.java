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
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.livercds.feedback.Summary;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.hooks.WireJson;
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
    public Response summary(
            HttpHeaders headers,
            @QueryParam("weeks") @DefaultValue("12") String weeks,
            @QueryParam(PageLanguage.PARAMETER) String lang) {
        Caller caller = gate.admitToSummary(headers, PATH);
        PageLanguage language = PageLanguage.of(lang, caller.language());
        Summary told = summary.of(number(weeks), caller.in(language.language()));
        Response answer = asksForPage(headers)
                ? page(told, language)
                : CdsServicesResource.json(WireJson.write(told), language.language());
        ResponseBuilder kept = Response.fromResponse(answer);
        kept.header(HttpHeaders.VARY, null).header(HttpHeaders.CACHE_CONTROL, null);
        return kept.header(HttpHeaders.VARY, Languages.VARY + ", " + HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response page(Summary told, PageLanguage language) {
        return Page.of(
                page.data("summary", told, "demonstration", demonstration)
                        .data("pictures", SummaryPictures.in(language.language())),
                language);
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
    static final class Flags {

        private Flags() {}

        static boolean isFlagged(TopicSummary topic, String flag) {
            return topic.flags().stream().anyMatch(one -> one.name().equals(flag));
        }
    }
}
