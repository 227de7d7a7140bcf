package org.livercds.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.livercds.hooks.Language;

/** The settings of the service. */
@ConfigMapping(prefix = "livercds")
public interface LiverCdsConfig {

    /** Time zone of the site, such as {@code Europe/Madrid}: in it "today" is counted, and the days of the chart. */
    @WithDefault("UTC")
    String zone();

    /** Language of cards and pages for those who ask for none, {@code en} or {@code es}. */
    @WithDefault("en")
    Language language();

    /** Identifier systems whose identifiers name a lesion, on an Observation or a BodyStructure. */
    @WithDefault("urn:livercds:lesion")
    List<String> lesionIdentifierSystems();

    /** How long a call may read from FHIR servers what prefetch lacks, all together. */
    @WithDefault("450ms")
    Duration deadline();

    /** Where clients call this service, such as {@code https://cds.example.org}: their tokens are made for it. */
    Optional<String> publicUrl();

    /** How long a request may take to arrive, head and body together; then its connection is closed. */
    @WithDefault("10s")
    Duration receiveTimeout();

    /** How many calls of services and explanations may be under way; who comes beyond that is told to come again. */
    @WithDefault("240")
    int mostCalls();

    /**
     * Who would have to wait longer for a processor is told to come again, however few are under way; a fifth of it counts
     * where calls have been waiting for more than a second.
     */
    @WithDefault("250ms")
    Duration longestWait();

    Shutdown shutdown();

    Fhir fhir();

    Auth auth();

    /** Who may call, each by a name that is ours. */
    Map<String, Client> clients();

    Explain explain();

    Cors cors();

    Staleness staleness();

    Thresholds thresholds();

    Cards cards();

    FhirProfiles fhirProfiles();

    FeedbackConfig feedback();

    AuditConfig audit();

    AppConfig app();

    Traces traces();

    Demo demo();

    /** When the process is told to end. */
    interface Shutdown {
        /** How long it still takes new connections after it has said that it is not ready. */
        @WithDefault("2s")
        Duration delay();

        /** How long calls that are under way may then take. */
        @WithDefault("10s")
        Duration timeout();
    }

    /** The FHIR servers from which data may be read that prefetch lacks. */
    interface Fhir {
        /** Base URLs for calls without a client, in dev and demo only. A {@code fhirServer} that is none of them is not called. */
        Optional<List<String>> allowedServers();

        /** Private addresses or ranges ({@code 10.1.0.0/16}) to which names of FHIR servers and key sets may lead. */
        Optional<List<String>> privateAddresses();
    }

    /** Who may call. */
    interface Auth {
        /** Whether calls need a token of a registered client. */
        @WithDefault("required")
        Mode mode();

        /** How many used tokens are remembered of one client; a client with more of them has to wait. */
        @WithDefault("90000")
        int mostUsedTokens();

        /** Who remembers used tokens: each process for itself, or a database for all that answer for one address. */
        @WithDefault("memory")
        Memory usedTokens();

        /** What becomes of tokens that this process did not see while that database is away. */
        @WithDefault("admit")
        Away usedTokensAway();

        /** Who remembers used tokens. */
        enum Memory {
            MEMORY,
            POSTGRESQL
        }

        /** What becomes of calls when nobody can tell whether their token was used. */
        enum Away {
            REFUSE,
            /** Each process still takes a token once. */
            ADMIT
        }

        /** How calls are authenticated. */
        enum Mode {
            /** Nobody does; in dev and demo only. */
            OFF,
            /** Tokens are checked, and nobody is refused: for connecting an EHR. */
            WARN,
            REQUIRED
        }
    }

    /** A client that may call. */
    interface Client {
        /** {@code iss} of its tokens. */
        String issuer();

        /** Where it publishes its public keys, and the only {@code jku} that its tokens may name. */
        Optional<String> jwksUrl();

        /** A file with its public keys; then nothing is fetched, and it is read again every quarter of an hour. */
        Optional<Path> jwksFile();

        /** {@code tenant} of its tokens; without it they have none. Several clients of one issuer need one each. */
        Optional<String> tenant();

        /** The FHIR servers that may be read for its calls, exactly as it names them. */
        Optional<List<String>> fhirServers();

        /** How long its tokens may live, from {@code iat} to {@code exp}; some EHRs need {@code 15m}. At most an hour. */
        @WithDefault("5m")
        Duration maxTokenLife();

        /** Of its tokens' signatures: ES256, ES384, ES512, RS256, RS384, RS512, PS256, PS384, PS512; ES384 and RS384 if nothing is said. */
        Optional<List<String>> algorithms();

        /** Language of the answers to calls that ask for none; {@code livercds.language} if nothing is said. */
        Optional<Language> language();

        /** Where its EHR opens the picture; without it, it does not. */
        Optional<SmartConfig> smart();

        /** How long its calls may read from FHIR servers; {@code livercds.deadline} if nothing is said. */
        Optional<Duration> deadline();
    }

    /** The whole assessment behind an answer. */
    interface Explain {
        /** Names of the clients that may ask for it; none by default. Where authentication is off anybody may. */
        Optional<List<String>> clients();
    }

    /** Which pages in a browser may call. */
    interface Cors {
        /**
         * Their origins, such as {@code https://ehr.example.org}, or {@code *} for any; none by default. Behind a proxy
         * that ends TLS also the service's own, if its pages are used.
         */
        Optional<List<String>> origins();
    }

    /** How old results may be; exactly so old is current. */
    interface Staleness {
        /** Days after which results are out of date, active cancer. */
        @WithDefault("90")
        int active();

        /** The same, at-risk liver and history of liver cancer. */
        @WithDefault("180")
        int surveillance();
    }

    /** Limits that no source gives, so that a site may have its own. */
    interface Thresholds {
        /** INR above which bleeding is a concern; strict. */
        @WithDefault("1.8")
        BigDecimal inrAbove();

        /** Platelets in 10⁹ in a litre below which bleeding is a concern; strict. */
        @WithDefault("50")
        BigDecimal plateletsBelow();
    }

    /** The words of the cards. */
    interface Cards {
        /** A folder whose files replace those of the jar, file by file. */
        Optional<Path> directory();
    }

    /** The codes. */
    interface FhirProfiles {
        /** A folder whose files replace those of the jar, file by file. */
        Optional<Path> directory();
    }

    /** What became of single calls, told to a collector. */
    interface Traces {
        /** Where it takes OTLP over HTTP, such as {@code http://collector.example:4318}; without it nothing is traced. */
        Optional<String> endpoint();

        /** Of the calls that bring no trace, the share that is traced, from 0 to 1. */
        @WithDefault("1")
        double share();
    }

    /** The demonstration. */
    interface Demo {
        /** Whether {@code /demo}, {@code /q/openapi} and {@code /q/swagger-ui} are there. */
        @WithDefault("false")
        boolean enabled();
    }
}
