package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.service.LiverCdsConfig;

/** The pages, in dev and demo only. */
@Path("/")
public final class PagesResource {

    private final boolean enabled;
    private final Template demo;

    PagesResource(LiverCdsConfig config, @Location("demo.html") Template demo) {
        this.enabled = config.demo().enabled();
        this.demo = demo;
    }

    @GET
    @Blocking
    public Response demo() {
        return page(demo);
    }

    private Response page(Template template) {
        if (!enabled) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        return Page.of(template.instance());
    }
}
