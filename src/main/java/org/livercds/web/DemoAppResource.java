package org.livercds.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;
import org.livercds.service.Boards;
import org.livercds.service.DemoRequests;
import org.livercds.service.LiverCdsConfig;

/** The page for a tumour board, of the synthetic patients and without a login, in dev and demo only. */
@Path("/app")
public final class DemoAppResource {

    private final Demonstration demonstration;
    private final Boards boards;
    private final DemoRequests requests;
    private final AppPage page;
    private final Languages languages;

    DemoAppResource(LiverCdsConfig config, Boards boards, DemoRequests requests, AppPage page, Languages languages) {
        this.languages = languages;
        this.demonstration = new Demonstration(config.demo().enabled());
        this.boards = boards;
        this.requests = requests;
        this.page = page;
    }

    /** Of a synthetic patient; without a name a list of them. */
    @GET
    @Blocking
    public Response page(
            @QueryParam("patient") Optional<String> patient,
            @QueryParam(PageLanguage.PARAMETER) String lang,
            HttpHeaders headers) {
        demonstration.require();
        PageLanguage language = languages.ofPage(lang, headers);
        if (patient.isEmpty()) {
            return page.list(requests.patients(), language);
        }
        return boards.sample(patient.get())
                .map(board -> page.of(board, new AppPage.Frame(patient, Optional.empty()), language))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
    }
}
