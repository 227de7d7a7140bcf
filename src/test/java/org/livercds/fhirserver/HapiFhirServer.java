package org.livercds.fhirserver;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.hl7.fhir.r4.model.Resource;
import org.livercds.codes.ContentFolder;
import org.livercds.hooks.WireJson;

/** A real FHIR server with the chart of a patient or of several, on a free port of this machine. */
public final class HapiFhirServer implements AutoCloseable {

    private static final String PATH = "/fhir";
    private static final int STORED_SEARCHES = 100;
    private static final long STOP_MILLIS = 500;
    private static final Map<Logger, Level> QUIET = Map.of(
            Logger.getLogger("org.eclipse.jetty"), Level.SEVERE,
            Logger.getLogger("ca.uhn.fhir.rest.server"), Level.SEVERE,
            Logger.getLogger("ca.uhn.fhir.interceptor"), Level.OFF);

    private final Server jetty;
    private final String baseUrl;
    private final RequestLog log;

    private HapiFhirServer(Server jetty, String baseUrl, RequestLog log) {
        this.jetty = jetty;
        this.baseUrl = baseUrl;
        this.log = log;
    }

    /** Starts a server with these resources, which keep their ids. */
    public static HapiFhirServer with(List<? extends Resource> resources, Options options) {
        QUIET.forEach(Logger::setLevel);
        RestfulServer fhir = new RestfulServer(FhirContext.forR4Cached());
        fhir.registerProviders(ChartProviders.of(new ServedChart(resources), options));
        fhir.setPagingProvider(pages(options.pageSize()));
        fhir.registerInterceptor(new AccessRules(options));
        RequestLog log = new RequestLog(PATH, options.delay());
        Server jetty = started(fhir, log);
        String baseUrl = "http://127.0.0.1:" + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort() + PATH;
        fhir.setServerAddressStrategy(new HardcodedServerAddressStrategy(baseUrl));
        return new HapiFhirServer(jetty, baseUrl, log);
    }

    /** Starts a server with an example that ships with the service. */
    public static HapiFhirServer ofExample(String name, Options options) {
        return with(example(name), options);
    }

    public static HapiFhirServer ofExample(String name) {
        return ofExample(name, Options.standard());
    }

    /** The resources of an example, for tests that add to them. */
    public static List<Resource> example(String name) {
        String text = ContentFolder.inJar("fhir-profiles").read("examples/Bundle-" + name + ".json");
        JsonNode entries =
                WireJson.readObject(text.getBytes(StandardCharsets.UTF_8)).get("entry");
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        List<Resource> resources = new ArrayList<>();
        for (JsonNode entry : entries) {
            resources.add((Resource) parser.parseResource(entry.get("resource").toString()));
        }
        return resources;
    }

    /** Without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }

    /** What was asked until now, in the order of arrival. */
    public List<Request> requests() {
        return log.requests();
    }

    /** How many requests were at most in work at the same time. */
    public int maxConcurrent() {
        return log.maxConcurrent();
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception unstopped) {
            throw new IllegalStateException("The FHIR server does not stop", unstopped);
        }
    }

    private static Server started(RestfulServer fhir, RequestLog log) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        Server jetty = new Server(threads);
        ServerConnector connector = new ServerConnector(jetty, 1, 1);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        log.setHandler(servlets(fhir));
        jetty.setHandler(log);
        try {
            jetty.start();
        } catch (Exception unstarted) {
            throw new IllegalStateException("The FHIR server does not start", unstarted);
        }
        return jetty;
    }

    private static ServletContextHandler servlets(RestfulServer fhir) {
        ServletContextHandler servlets = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(fhir);
        holder.setInitOrder(1);
        servlets.addServlet(holder, PATH + "/*");
        return servlets;
    }

    /** No page is larger than this, whatever {@code _count} asks for. */
    private static IPagingProvider pages(int size) {
        return new FifoMemoryPagingProvider(STORED_SEARCHES)
                .setDefaultPageSize(size)
                .setMaximumPageSize(size);
    }

    /**
     * A request as it came.
     *
     * @param target path and query as sent, from the base URL on, such as {@code Condition?patient=p1}
     * @param authorization the header of this name
     */
    public record Request(String method, String target, Optional<String> authorization) {}

    /**
     * How the server behaves.
     *
     * @param pageSize resources on a page of a search
     * @param bearerToken without which everything but the metadata is answered with 401
     * @param forbidden resource types that are answered with 403
     * @param delay before each answer
     * @param bodyStructuresOfPatient whether BodyStructure can be searched by patient
     */
    public record Options(
            int pageSize,
            Optional<String> bearerToken,
            Set<String> forbidden,
            Duration delay,
            boolean bodyStructuresOfPatient) {

        /** A quick, open server with large pages. */
        public static Options standard() {
            return new Options(100, Optional.empty(), Set.of(), Duration.ZERO, true);
        }

        public Options withPageSize(int resources) {
            return new Options(resources, bearerToken, forbidden, delay, bodyStructuresOfPatient);
        }

        public Options withBearerToken(String token) {
            return new Options(pageSize, Optional.of(token), forbidden, delay, bodyStructuresOfPatient);
        }

        public Options withForbidden(String... types) {
            return new Options(pageSize, bearerToken, Set.copyOf(Arrays.asList(types)), delay, bodyStructuresOfPatient);
        }

        public Options withDelay(Duration beforeEachAnswer) {
            return new Options(pageSize, bearerToken, forbidden, beforeEachAnswer, bodyStructuresOfPatient);
        }

        public Options withoutBodyStructuresOfPatient() {
            return new Options(pageSize, bearerToken, forbidden, delay, false);
        }
    }
}
