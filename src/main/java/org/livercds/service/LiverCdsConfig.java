package org.livercds.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the service. */
@ConfigMapping(prefix = "livercds")
public interface LiverCdsConfig {

    /** Time zone of the site, such as {@code Europe/Madrid}: in it "today" is counted, and the days of the chart. */
    @WithDefault("UTC")
    String zone();

    /** Language of the cards, a folder of {@code cds-cards}. */
    @WithDefault("en")
    String language();

    /** Identifier systems whose identifiers name a lesion, on an Observation or a BodyStructure. */
    @WithDefault("urn:livercds:lesion")
    List<String> lesionIdentifierSystems();

    /** How long a call may read from FHIR servers what prefetch lacks, all together. */
    @WithDefault("450ms")
    Duration deadline();

    Fhir fhir();

    Auth auth();

    Cors cors();

    Staleness staleness();

    Thresholds thresholds();

    Cards cards();

    FhirProfiles fhirProfiles();

    Feedback feedback();

    Demo demo();

    /** The FHIR servers from which data may be read that prefetch lacks. */
    interface Fhir {
        /** Base URLs. A {@code fhirServer} of a call that is none of them is not called. */
        Optional<List<String>> allowedServers();

        /** Private addresses or ranges to which the name of an allowed server may lead; none by default. */
        Optional<List<String>> privateAddresses();
    }

    /** Who may call. */
    interface Auth {
        /** {@code off} is for dev and demo; {@code required} is not there yet, so that a production start is refused. */
        @WithDefault("required")
        Mode mode();

        /** How calls are authenticated. */
        enum Mode {
            OFF,
            REQUIRED
        }
    }

    /** Which pages in a browser may call. */
    interface Cors {
        /** Their origins, such as {@code https://ehr.example.org}, or {@code *} for any; none by default. */
        Optional<List<String>> origins();
    }

    /** How old results may be, in days; exactly so old is current. */
    interface Staleness {
        /** Active cancer. */
        @WithDefault("90")
        int active();

        /** At-risk liver, and history of liver cancer. */
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

    /** What clinicians did with the cards. */
    interface Feedback {
        /**
         * Key of the card ids, base64 of at least 32 bytes, the same for all replicas. Without it each process has a key
         * of its own, and forgets its cards when it ends.
         */
        Optional<String> key();
    }

    /** The demonstration. */
    interface Demo {
        /** Whether {@code /demo} is there. */
        @WithDefault("false")
        boolean enabled();
    }
}
