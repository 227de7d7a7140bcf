package org.livercds.security.smart;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.livercds.outbound.FhirServer;
import org.livercds.outbound.SmartClient;
import org.livercds.security.smart.AppStore.Kind;

/**
 * From the link in an EHR to a session: the authorization code flow of
 * <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html">SMART App Launch 2.2</a>, with PKCE, and a state
 * that belongs to one browser and counts once. Safe for many threads; blocks.
 */
public final class SmartLaunch {

    /** So long a user may take to sign in. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int LONGEST = 4_000;

    private final List<SmartRegistration> registrations;
    private final CodeExchange exchange;
    private final SmartConfigurations configurations;
    private final AppStore store;
    private final AppSessions sessions;
    private final String redirectUri;
    private final Clock clock;

    /** @param redirectUri where EHRs send the browser back to */
    public SmartLaunch(
            List<SmartRegistration> registrations,
            SmartClient client,
            AppStore store,
            AppSessions sessions,
            String redirectUri,
            Clock clock) {
        SmartRegistration.requireDistinct(registrations);
        this.registrations = List.copyOf(registrations);
        this.exchange = new CodeExchange(client, redirectUri);
        this.configurations = new SmartConfigurations(client);
        this.store = store;
        this.sessions = sessions;
        this.redirectUri = redirectUri;
        this.clock = clock;
    }

    /**
     * A launch that was begun.
     *
     * @param address where the browser is sent
     * @param view by which it is told from others of the browser
     * @param browser what the browser keeps until it comes back
     */
    public record Begun(URI address, String view, String browser) {
        /** Without secrets. */
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** What an EHR answers, as parameters of an address. */
    public record Answer(Optional<String> code, String state, Optional<String> error, Optional<String> iss) {
        /** Without secrets. */
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /**
     * A session that has begun.
     *
     * @param secret what the browser keeps
     */
    public record Opened(AppSession session, String secret) {
        /** Without secrets. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** What a browser holds of a launch. */
    public interface Browser {
        Optional<String> holds(String view);
    }

    /** Whether there is anybody who could launch. */
    public boolean isOffered() {
        return !registrations.isEmpty();
    }

    /** Whether the EHR of a client can open our page. */
    public boolean isOfferedTo(String client) {
        return registrations.stream().anyMatch(one -> one.name().equals(client));
    }

    /**
     * An EHR opens our page, or somebody who knows the address does.
     *
     * @param launch which context of the EHR; without it the EHR asks for the patient
     * @throws LaunchException why not
     */
    public Begun begin(String iss, Optional<String> launch) {
        if (iss.length() > LONGEST
                || launch.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new LaunchException(LaunchProblem.NOT_A_LAUNCH);
        }
        SmartRegistration.Found found = SmartRegistration.find(registrations, iss)
                .orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_EHR));
        return named(found.registration(), () -> {
            SmartConfiguration ehr = configurations.of(found.server());
            found.registration().tokenServer(ehr.tokenEndpoint());
            Secret state = Secret.random();
            Secret browser = Secret.random();
            PendingLaunch pending = pending(found.server(), ehr, browser);
            store.keep(
                    Kind.LAUNCH,
                    state.hash(),
                    pending.written(),
                    clock.instant().plus(PATIENCE));
            URI address =
                    new AuthorizationRequest(found.registration(), redirectUri, iss, launch).to(ehr, pending, state);
            return new Begun(address, pending.view(), browser.text());
        });
    }

    private static PendingLaunch pending(FhirServer server, SmartConfiguration ehr, Secret browser) {
        return new PendingLaunch(
                Secret.name(),
                browser.hash(),
                server.base().toString(),
                ehr.tokenEndpoint().toString(),
                ehr.issuer(),
                ehr.namesItself(),
                Secret.random().text(),
                Secret.name());
    }

    /** @throws LaunchException why there is no session */
    public Opened complete(Answer answer, Browser browser) {
        PendingLaunch launch = Optional.of(answer.state())
                .filter(Secret::isOne)
                .flatMap(state -> store.take(Kind.LAUNCH, new Secret(state).hash()))
                .map(PendingLaunch::read)
                .filter(pending -> isOf(pending, browser) && !pending.isAnsweredByAnother(answer.iss()))
                .orElseThrow(() -> new LaunchException(LaunchProblem.NOT_THIS_BROWSER));
        SmartRegistration.Found found = SmartRegistration.find(registrations, launch.fhirServer())
                .orElseThrow(() -> new LaunchException(LaunchProblem.UNKNOWN_EHR));
        return named(found.registration(), () -> {
            TokenAnswer token = exchange.token(found.registration(), launch, code(answer));
            AppSession session = session(found, launch, token);
            return new Opened(session, sessions.begin(session).text());
        });
    }

    private static String code(Answer answer) {
        answer.error().ifPresent(error -> {
            boolean denied = error.equals("access_denied");
            throw new LaunchException(denied ? LaunchProblem.DENIED : LaunchProblem.EHR_REFUSED);
        });
        return answer.code()
                .filter(text -> text.length() <= LONGEST)
                .orElseThrow(() -> new LaunchException(LaunchProblem.NOT_A_LAUNCH));
    }

    private AppSession session(SmartRegistration.Found found, PendingLaunch launch, TokenAnswer token) {
        String clientId = found.registration().requester().id();
        Optional<String> user = token.idToken().flatMap(text -> IdToken.user(text, launch, clientId, clock.instant()));
        return new AppSession(
                launch.view(),
                found.registration().name(),
                found.server().base().toString(),
                token.patient(),
                user,
                token.accessToken(),
                token.scope(),
                sessions.end(token.life()));
    }

    private static boolean isOf(PendingLaunch launch, Browser browser) {
        return browser.holds(launch.view())
                .filter(Secret::isOne)
                .filter(text -> Secret.same(new Secret(text).hash(), launch.browser()))
                .isPresent();
    }

    private interface Step<T> {
        T taken();
    }

    /** A problem of it is one of that client's launch. */
    private static <T> T named(SmartRegistration registration, Step<T> step) {
        try {
            return step.taken();
        } catch (LaunchException problem) {
            throw problem.of(registration.name());
        }
    }
}
