package org.livercds.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.security.smart.AppSession;
import org.livercds.security.smart.AppSessions;
import org.livercds.security.smart.LaunchException;
import org.livercds.security.smart.LaunchProblem;
import org.livercds.security.smart.SmartLaunch;
import org.livercds.service.AppSetup;
import org.livercds.service.LiverCdsConfig;

/** The picture as a SMART app: an EHR opens it, its user signs in there, and the page of one patient is shown. */
@Path(AppResource.PATH)
public final class AppResource {

    static final String PATH = "/app";

    private final SmartLaunch launches;
    private final AppCookies cookies;
    private final AppVisits visits;
    private final LaunchPages pages;
    private final LaunchRecord record;
    private final Clock clock;
    private final String publicUrl;

    AppResource(
            SmartLaunch launches,
            AppCookies cookies,
            AppVisits visits,
            LaunchPages pages,
            LaunchRecord record,
            Clock clock,
            LiverCdsConfig config) {
        this.launches = launches;
        this.cookies = cookies;
        this.visits = visits;
        this.pages = pages;
        this.record = record;
        this.clock = clock;
        this.publicUrl = AppSetup.publicUrl(config);
    }

    /** What is done, or the page that says why not. */
    private interface Step {
        Response taken() throws IOException;
    }

    @GET
    @Path("/launch")
    @Blocking
    public Response launch(UriInfo uri, HttpHeaders headers) throws IOException {
        return orProblem(headers, () -> {
            String iss = one(uri, "iss").orElseThrow(() -> new LaunchException(LaunchProblem.NOT_A_LAUNCH));
            SmartLaunch.Begun begun = launches.begin(iss, one(uri, "launch"));
            return seeOther(
                    begun.address().toString(), cookies.ofLaunch(begun.view(), begun.browser(), SmartLaunch.PATIENCE));
        });
    }

    @GET
    @Path("/callback")
    @Blocking
    public Response callback(UriInfo uri, HttpHeaders headers) throws IOException {
        return orProblem(headers, () -> {
            SmartLaunch.Answer answer = new SmartLaunch.Answer(
                    one(uri, "code"),
                    one(uri, "state").orElseThrow(() -> new LaunchException(LaunchProblem.NOT_A_LAUNCH)),
                    one(uri, "error"),
                    one(uri, "iss"));
            SmartLaunch.Opened opened = launches.complete(answer, view -> cookies.launch(headers, view));
            AppSession session = opened.session();
            Duration life = Duration.between(clock.instant(), session.expires());
            Response page = seeOther(
                    publicUrl + PATH + "/p/" + session.view(),
                    cookies.ofSession(session.view(), opened.secret(), life),
                    cookies.launchIsOver(session.view()));
            return visits.withRoom(page, headers);
        });
    }

    @GET
    @Path("/p/{view}")
    @Blocking
    public Response page(
            @PathParam("view") String view, @QueryParam(PageLanguage.PARAMETER) String lang, HttpHeaders headers)
            throws IOException {
        return orProblem(headers, () -> visits.page(view, lang, headers));
    }

    /** Whoever logs out leaves all pages of the browser: the next at this desk may be somebody else. */
    @POST
    @Path("/logout")
    @Blocking
    public Response logout(@QueryParam("view") String view, @QueryParam("token") String token, HttpHeaders headers)
            throws IOException {
        return orProblem(headers, () -> {
            boolean ours = view != null
                    && token != null
                    && cookies.session(headers, view)
                            .filter(secret -> AppSessions.isOurForm(token, secret))
                            .isPresent();
            if (!ours || isOfAnotherSite(headers)) {
                throw new LaunchException(LaunchProblem.NOT_OUR_FORM);
            }
            return visits.endAll(pages.loggedOut(pages.language(headers)), headers);
        });
    }

    private Response orProblem(HttpHeaders headers, Step step) throws IOException {
        if (!launches.isOffered()) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        try {
            return step.taken();
        } catch (LaunchException failed) {
            record.of(failed, headers);
            return pages.problem(failed.problem(), pages.language(headers));
        }
    }

    private static boolean isOfAnotherSite(HttpHeaders headers) {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin");
    }

    /** @throws LaunchException where it comes twice: who reads the other one would see another launch */
    private static Optional<String> one(UriInfo uri, String parameter) {
        List<String> values = uri.getQueryParameters().getOrDefault(parameter, List.of());
        if (values.size() > 1) {
            throw new LaunchException(LaunchProblem.NOT_A_LAUNCH);
        }
        return values.stream().filter(value -> !value.isBlank()).findFirst();
    }

    /** As it is: JAX-RS would complete an address by its own. */
    private static Response seeOther(String address, String... cookies) {
        Response.ResponseBuilder answer = Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        for (String cookie : cookies) {
            answer.header(HttpHeaders.SET_COOKIE, cookie);
        }
        return answer.build();
    }
}
