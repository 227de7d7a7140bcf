package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.livercds.explain.Board;
import org.livercds.hooks.Language;
import org.livercds.service.AppWords;
import org.livercds.service.DemoPatient;

/** The page of a patient for a tumour board: the pictures, the criteria, what is missing. */
@Singleton
public final class AppPage {

    private final AppWords words;
    private final Template page;

    AppPage(AppWords words, @Location("app.html") Template page) {
        this.words = words;
        this.page = page;
    }

    /**
     * What stands around it.
     *
     * @param demonstration with the pages of the demonstration, and synthetic data
     * @param logout where a session is ended
     */
    record Frame(boolean demonstration, Optional<String> logout) {}

    /** Of a patient. */
    Response of(Board board, Frame frame, Language language) {
        AppMessages messages = MessageBundles.get(AppMessages.class, Localized.Literal.of(language.code()));
        AppView view = new AppViews(messages, new AppForms(language, words.in(language))).of(board);
        return response(page.data("view", view).data("samples", List.of()), frame, language);
    }

    /** Of no patient: the synthetic ones to choose from. */
    Response list(List<DemoPatient> samples, Language language) {
        Frame frame = new Frame(true, Optional.empty());
        return response(page.data("view", null).data("samples", samples), frame, language);
    }

    private static Response response(TemplateInstance template, Frame frame, Language language) {
        TemplateInstance filled = template.data("language", language.code())
                .data("demonstration", frame.demonstration())
                .data("logout", frame.logout().orElse(""))
                .setLocale(language.locale());
        return Response.fromResponse(Page.of(filled))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
