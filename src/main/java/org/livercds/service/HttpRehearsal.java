package org.livercds.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.OwnCalls;
import org.livercds.outbound.OwnCalls.Post;

/**
 * Before the port opens the synthetic patients are called for as EHRs call, over HTTP, so that the first real call finds
 * the whole way loaded. The way in is known to this process alone and closed afterwards.
 */
@Singleton
public final class HttpRehearsal {

    /** Its calls are in no metric: the name of the path is the one that is left out there. */
    public static final String PATH = "/rehearsal";

    private static final Logger LOG = Logger.getLogger(HttpRehearsal.class);
    private static final int FIRST = 1_000;
    private static final int ROUNDS = 2;
    private static final int OK = 200;
    private static final int PRECONDITION_FAILED = 412;

    private final String word = UUID.randomUUID().toString();
    private volatile boolean on;

    /** Whether a call is one of these. */
    public boolean isOn(String said) {
        return on && word.equals(said);
    }

    void run(
            @Observes @Priority(FIRST) StartupEvent start,
            Vertx vertx,
            DemoRequests requests,
            PatientViewService view,
            OrderSignService sign)
            throws InterruptedException {
        on = true;
        try {
            List<Act> acts = acts(requests, view, sign);
            List<Integer> statuses = OwnCalls.post(
                    vertx,
                    VertxHttpRecorder.getRootHandler(),
                    acts.stream().map(Act::post).toList());
            if (!statuses.equals(acts.stream().map(Act::status).toList())) {
                LOG.warnf("Calls could not be rehearsed: the first will be slow. Answered: %s", statuses);
            }
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("Calls could not be rehearsed on the loopback address: the first will be slow");
        } finally {
            on = false;
        }
    }

    /** A call, and the status that it gets. */
    private record Act(Post post, int status) {}

    private List<Act> acts(DemoRequests requests, CdsService view, CdsService sign) {
        List<Act> answered = new ArrayList<>();
        for (String name : DemoRequests.NAMES) {
            ObjectNode order = requests.ordering(name, "ablation", "order-sign").orElseThrow();
            answered.add(new Act(post(view, requests.today(name).orElseThrow()), OK));
            answered.add(new Act(post(sign, order), OK));
        }
        return Stream.concat(
                        Collections.nCopies(ROUNDS, answered).stream().flatMap(List::stream),
                        Stream.of(withoutChart(requests, view)))
                .toList();
    }

    /** What is refused, as where a FHIR server does not answer. */
    private Act withoutChart(DemoRequests requests, CdsService view) {
        ObjectNode call = requests.today(DemoRequests.NAMES.get(0)).orElseThrow();
        return new Act(post(view, call.without("prefetch")), PRECONDITION_FAILED);
    }

    private Post post(CdsService service, ObjectNode call) {
        return new Post(path(service), WireJson.write(call));
    }

    private String path(CdsService service) {
        return PATH + "/" + word + "/" + service.id();
    }
}
