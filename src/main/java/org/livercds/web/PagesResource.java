package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.livercds.service.LiverCdsConfig;

/** The pages, in dev and demo only. */
@Path("/")
public final class PagesResource {

    private final Demonstration demonstration;
    private final Template demo;

    PagesResource(LiverCdsConfig config, @Location("demo.html") Template demo) {
        this.demonstration = new Demonstration(config.demo().enabled());
        this.demo = demo;
    }

    @GET
    @Blocking
    public Response demo() {
        return page(demo);
    }

    private Response page(Template template) {
        demonstration.require();
        return Page.of(template.instance());
    }
}
