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
     * @param sample the name of a synthetic patient, among the pages of the demonstration
     * @param logout where a session is ended
     */
    record Frame(Optional<String> sample, Optional<String> logout) {}

    /** Of a patient. */
    Response of(Board board, Frame frame, PageLanguage lang) {
        Language language = lang.language();
        AppMessages messages = MessageBundles.get(AppMessages.class, Localized.Literal.of(language.code()));
        AppView view = new AppViews(messages, new AppForms(language, words.in(language))).of(board);
        return response(page.data("view", view).data("samples", List.of()), frame, lang);
    }

    /** Of no patient: the synthetic ones to choose from. */
    Response list(List<DemoPatient> samples, PageLanguage lang) {
        Frame frame = new Frame(Optional.of(""), Optional.empty());
        return response(page.data("view", null).data("samples", samples), frame, lang);
    }

    private static Response response(TemplateInstance template, Frame frame, PageLanguage lang) {
        TemplateInstance filled = template.data("demonstration", frame.sample().isPresent())
                .data("sample", frame.sample().orElse(""))
                .data("logout", frame.logout().orElse(""));
        return Response.fromResponse(Page.of(filled, lang))
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
