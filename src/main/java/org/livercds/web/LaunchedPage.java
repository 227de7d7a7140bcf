package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.livercds.hooks.Language;
import org.livercds.service.LaunchedCharts.LaunchedChart;

/** The page of a chart that an EHR opened. */
@Singleton
final class LaunchedPage {

    private final Template page;

    LaunchedPage(@Location("launched.html") Template page) {
        this.page = page;
    }

    /** @param logout where a form without fields ends the session */
    Response of(LaunchedChart chart, String logout, Language language) {
        return Page.of(page.data("chart", chart)
                .data("logout", logout)
                .data("language", language.code())
                .setLocale(language.locale()));
    }
}
