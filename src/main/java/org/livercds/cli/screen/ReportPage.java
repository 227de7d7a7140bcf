package org.livercds.cli.screen;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.livercds.service.AppWords;

/**
 * The report of a silent run, for the committee that decides about cards: one HTML file that loads nothing and runs
 * nothing. The same findings give the same bytes.
 */
public final class ReportPage {

    private static final String STYLE = text("report.css");
    private static final Template PAGE = page();

    private ReportPage() {}

    /** @param words in English, as the report is */
    public static String of(Findings findings, AppWords.InLanguage words) {
        ReportTables tables = new ReportTables(findings, new ReportWords(words));
        return PAGE.data("findings", findings, "tables", tables, "answers", new ReportAnswers(findings, tables))
                .data("sources", words.sources())
                .data("style", STYLE)
                .render();
    }

    private static Template page() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolvers(ValueResolvers.rawResolver(), new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        Variant html = Variant.forContentType(Variant.TEXT_HTML);
        engine.putTemplate("figure", engine.parse(text("figure.html"), html));
        return engine.parse(text("report.html"), html);
    }

    private static String text(String name) {
        String file = "/screen/" + name;
        try (InputStream in = ReportPage.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
