package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.livercds.hooks.Caller;
import org.livercds.hooks.Language;
import org.livercds.security.smart.LaunchProblem;
import org.livercds.service.LiverCdsConfig;

/** The pages around the picture: why there is none, and that one is logged out. Nothing of the request stands in them. */
@Singleton
final class LaunchPages {

    private final Template page;
    private final List<String> framedBy;
    private final Languages languages;

    LaunchPages(LiverCdsConfig config, Languages languages, @Location("launch.html") Template page) {
        this.languages = languages;
        this.page = page;
        this.framedBy = config.app().framedBy().orElse(List.of());
    }

    Response problem(LaunchProblem problem, Language language) {
        return of(page.data("problem", problem), problem.status(), language);
    }

    Response loggedOut(Language language) {
        return of(page.data("problem", null), Response.Status.OK.getStatusCode(), language);
    }

    private Response of(TemplateInstance template, int status, Language language) {
        Response page = Page.of(template, PageLanguage.of(null, language));
        return forOne(Response.fromResponse(page).status(status).build());
    }

    /** What is made for one person is kept by nobody, and framed by listed EHRs only. */
    Response forOne(Response page) {
        Response.ResponseBuilder answer = Response.fromResponse(page);
        Map.of(HttpHeaders.CACHE_CONTROL, "no-store", Page.POLICY_HEADER, Page.policy(framedBy))
                .forEach((name, value) -> answer.header(name, null).header(name, value));
        return answer.build();
    }

    /** Where nobody is known yet. */
    Language language(HttpHeaders headers) {
        return languages.of(headers, Caller.UNKNOWN);
    }

    /** @param chosen on the page itself, or null */
    PageLanguage language(HttpHeaders headers, Caller caller, String chosen) {
        return languages.ofPage(chosen, headers, caller);
    }
}
