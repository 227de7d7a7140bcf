package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.livercds.hooks.Language;
import org.livercds.security.smart.LaunchProblem;
import org.livercds.service.LiverCdsConfig;

/** The pages around the picture: why there is none, and that one is logged out. Nothing of the request stands in them. */
@Singleton
final class LaunchPages {

    /** The first is there for CORS. */
    private static final String VARY = "Origin, Accept-Language";

    private final Template page;
    private final List<String> framedBy;

    LaunchPages(LiverCdsConfig config, @Location("launch.html") Template page) {
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
        TemplateInstance filled = template.data("language", language.code()).setLocale(language.locale());
        return forOne(Response.fromResponse(Page.of(filled)).status(status).build(), language);
    }

    /** What is made for one person, in one language, is kept by nobody, and framed by listed EHRs only. */
    Response forOne(Response page, Language language) {
        Response.ResponseBuilder answer = Response.fromResponse(page);
        Map.of(
                        HttpHeaders.CACHE_CONTROL,
                        "no-store",
                        HttpHeaders.CONTENT_LANGUAGE,
                        language.code(),
                        HttpHeaders.VARY,
                        VARY,
                        Page.POLICY_HEADER,
                        Page.policy(framedBy))
                .forEach((name, value) -> answer.header(name, null).header(name, value));
        return answer.build();
    }

    /** The one that the browser prefers. */
    static Language language(HttpHeaders headers) {
        String preferred = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return preferred == null ? Language.EN : Language.preferredBy(preferred).orElse(Language.EN);
    }
}
