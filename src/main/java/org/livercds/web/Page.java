package org.livercds.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A page for people, with what keeps a browser from running or loading anything that is not ours. */
final class Page {

    static final String POLICY_HEADER = "Content-Security-Policy";

    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-ancestors %s; base-uri 'none'; form-action 'self'; object-src 'none'";

    private Page() {}

    /** In one language, with a way to the other. */
    static Response of(TemplateInstance template, PageLanguage lang) {
        TemplateInstance page = template.setLocale(lang.language().locale()).data(PageLanguage.PARAMETER, lang);
        return Response.fromResponse(of(page))
                .header(HttpHeaders.CONTENT_LANGUAGE, lang.code())
                .header(HttpHeaders.VARY, Languages.VARY)
                .build();
    }

    static Response of(TemplateInstance template) {
        return Response.ok(template.render(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(POLICY_HEADER, policy(List.of()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** @param framedBy origins that may show it in a frame */
    static String policy(List<String> framedBy) {
        return POLICY.formatted(framedBy.isEmpty() ? "'none'" : String.join(" ", framedBy));
    }
}
