package org.livercds.service;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.livercds.hooks.WireJson;
import org.livercds.outbound.SmartClient;
import org.livercds.security.smart.AppSessions;
import org.livercds.security.smart.AppStore;
import org.livercds.security.smart.AppStoreInMemory;
import org.livercds.security.smart.AppStoreInPostgresql;
import org.livercds.security.smart.SmartLaunch;
import org.livercds.security.smart.SmartRegistration;

/** What the settings say of the page that EHRs open: made once, at start, where a mistake stops it. */
public final class AppSetup {

    /** Where EHRs send the browser back to, below the public address. */
    private static final String CALLBACK = "/app/callback";

    @Produces
    @Singleton
    @Startup
    AppStore store(LiverCdsConfig config, Database database, Clock clock) {
        AppConfig app = config.app();
        return switch (app.store()) {
            case MEMORY -> new AppStoreInMemory(clock, app.mostSessions());
            case POSTGRESQL ->
                new AppStoreInPostgresql(
                        database.requiredBy("livercds.app.store=postgresql"),
                        database::makeTables,
                        key(app),
                        clock,
                        app.mostSessions());
        };
    }

    @Produces
    @Singleton
    AppSessions sessions(LiverCdsConfig config, AppStore store, Clock clock) {
        AppConfig app = config.app();
        return new AppSessions(store, clock, app.session(), app.longestSession());
    }

    @Produces
    @Singleton
    SmartClient client(Vertx vertx) {
        return new SmartClient(vertx, WireJson::readObject);
    }

    void close(@Disposes SmartClient client) {
        client.close();
    }

    @Produces
    @Singleton
    @Startup
    SmartLaunch launch(LiverCdsConfig config, SmartClient client, AppStore store, AppSessions sessions, Clock clock) {
        List<SmartRegistration> registrations = SmartClients.of(config);
        String redirect = publicUrl(config) + CALLBACK;
        return Content.orRefuse(
                "livercds.clients", () -> new SmartLaunch(registrations, client, store, sessions, redirect, clock));
    }

    /** The public address without a slash at the end. */
    public static String publicUrl(LiverCdsConfig config) {
        return config.publicUrl().orElse("").replaceAll("/+$", "");
    }

    /** A key that each process makes for itself would open no other's sessions. */
    static byte[] key(AppConfig app) {
        return FeedbackKeys.decode("livercds.app.key", app.key())
                .orElseThrow(() -> new StartRefusedException(
                        "livercds.app.store=postgresql keeps tokens of EHRs encrypted under livercds.app.key, which is not"
                                + " set. Set the same key for all replicas: openssl rand -base64 32."));
    }
}
