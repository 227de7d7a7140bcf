package org.livercds.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.livercds.service.LiverCdsConfig;
import org.livercds.service.LiverCdsConfig.Auth.Mode;

/** The explanation for people, in dev and demo only. It stands at the address of what it shows. */
@Path("/explain")
public final class ExplainPageResource {

    private final Demonstration demonstration;
    private final Template page;

    ExplainPageResource(LiverCdsConfig config, @Location("explain.html") Template page) {
        this.demonstration =
                new Demonstration(config.demo().enabled() && config.auth().mode() == Mode.OFF);
        this.page = page;
    }

    @GET
    @Blocking
    public Response page() {
        demonstration.require();
        return Page.of(page.instance());
    }
}
