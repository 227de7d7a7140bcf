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

/** The pages, in dev and demo only. */
@Path("/")
public final class PagesResource {

    private final Demonstration demonstration;
    private final Languages languages;
    private final Template demo;

    PagesResource(LiverCdsConfig config, Languages languages, @Location("demo.html") Template demo) {
        this.demonstration = new Demonstration(config.demo().enabled());
        this.languages = languages;
        this.demo = demo;
    }

    @GET
    @Blocking
    public Response demo(@Context HttpHeaders headers, @QueryParam(PageLanguage.PARAMETER) String lang) {
        demonstration.require();
        return Page.of(demo.instance(), languages.ofPage(lang, headers));
    }
}
