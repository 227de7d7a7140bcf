package org.livercds.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.livercds.audit.Told;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;
import org.livercds.security.smart.AppSession;
import org.livercds.security.smart.AppSessions;
import org.livercds.security.smart.LaunchException;
import org.livercds.security.smart.LaunchProblem;
import org.livercds.service.LaunchedCharts;
import org.livercds.service.LaunchedCharts.LaunchedChart;
import org.livercds.service.Turns;

/** The pages that a browser has open: each with its session, so that the page of one patient never shows another. */
@Singleton
final class AppVisits {

    /** Each has a cookie that is sent with every request. */
    private static final int MOST = 12;

    private final AppSessions sessions;
    private final AppCookies cookies;
    private final LaunchedCharts charts;
    private final AppPage page;
    private final LaunchPages pages;
    private final Turns turns;
    private final CurrentCall call;

    AppVisits(
            AppSessions sessions,
            AppCookies cookies,
            LaunchedCharts charts,
            AppPage page,
            LaunchPages pages,
            Turns turns,
            CurrentCall call) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.charts = charts;
        this.page = page;
        this.pages = pages;
        this.turns = turns;
        this.call = call;
    }

    /** @throws LaunchException why it is not shown */
    Response page(String view, String lang, HttpHeaders headers) throws IOException {
        String secret = cookies.session(headers, view).orElseThrow(AppVisits::over);
        AppSession session = sessions.find(view, secret).orElseThrow(AppVisits::over);
        Caller caller = LaunchedCharts.caller(session);
        call.by(caller);
        HookRequest request = call.asks(LaunchedCharts.request(session));
        try {
            LaunchedChart chart = turns.take(() -> charts.read(request, caller));
            call.tells(Told.of(chart.evaluation()));
            PageLanguage language = pages.language(headers, caller, lang);
            String logout = "../logout?view=" + view + "&token=" + AppSessions.formToken(secret);
            AppPage.Frame frame = new AppPage.Frame(Optional.empty(), Optional.of(logout));
            return pages.forOne(page.of(chart.board(), frame, language));
        } catch (LaunchException problem) {
            endIfUseless(problem.problem(), secret);
            throw problem;
        }
    }

    /** Whoever opens page after page: the ones that end first make room, as do those that are over. */
    Response withRoom(Response answer, HttpHeaders headers) {
        Map<String, String> secrets = cookies.sessions(headers);
        if (secrets.size() < MOST) {
            return answer;
        }
        List<String> alive = secrets.entrySet().stream()
                .flatMap(one -> sessions.look(one.getKey(), one.getValue()).stream())
                .sorted(Comparator.comparing(AppSession::expires).reversed())
                .limit(MOST - 1)
                .map(AppSession::view)
                .toList();
        Response.ResponseBuilder more = Response.fromResponse(answer);
        secrets.forEach((view, secret) -> {
            if (!alive.contains(view)) {
                sessions.end(secret);
                more.header(HttpHeaders.SET_COOKIE, cookies.sessionIsOver(view));
            }
        });
        return more.build();
    }

    Response endAll(Response answer, HttpHeaders headers) {
        Response.ResponseBuilder more = Response.fromResponse(answer);
        cookies.sessions(headers).forEach((view, secret) -> {
            sessions.end(secret);
            more.header(HttpHeaders.SET_COOKIE, cookies.sessionIsOver(view));
        });
        return more.build();
    }

    private void endIfUseless(LaunchProblem problem, String secret) {
        boolean useless = problem == LaunchProblem.TOKEN_REFUSED
                || problem == LaunchProblem.WRONG_PATIENT
                || problem == LaunchProblem.NOT_A_CLINICIAN;
        if (useless) {
            sessions.end(secret);
        }
        call.isRefused(problem == LaunchProblem.WRONG_PATIENT ? Refusal.WRONG_PATIENT : Refusal.CONDITIONS_NOT_FETCHED);
    }

    private static LaunchException over() {
        return new LaunchException(LaunchProblem.SESSION_OVER);
    }
}
