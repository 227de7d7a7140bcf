package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** The explanation for people, in dev and demo only. It stands at the address of what it shows. */
@Path("/explain")
public final class ExplainPageResource {

    private final Demonstration demonstration;
    private final Languages languages;
    private final Template page;

    ExplainPageResource(LiverCdsConfig config, Languages languages, @Location("explain.html") Template page) {
        this.demonstration =
                new Demonstration(config.demo().enabled() && config.auth().mode() == Mode.OFF);
        this.languages = languages;
        this.page = page;
    }

    @GET
    @Blocking
    public Response page(@Context HttpHeaders headers, @QueryParam(PageLanguage.PARAMETER) String lang) {
        demonstration.require();
        return Page.of(page.instance(), languages.ofPage(lang, headers));
    }
}
