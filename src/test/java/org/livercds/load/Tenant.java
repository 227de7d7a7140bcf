package org.livercds.load;

import java.util.Locale;
import java.util.Map;
import org.livercds.security.Keys;

/** A registered client with a tenant, patients and a FHIR server of its own. Patients of both have the same ids. */
public enum Tenant {
    NORTH(0),
    SOUTH(5);

    public static final String PUBLIC_URL = "https://cds.load.example";

    private final int firstExample;

    Tenant(int firstExample) {
        this.firstExample = firstExample;
    }

    String client() {
        return name().toLowerCase(Locale.ROOT);
    }

    String issuer() {
        return "https://" + client() + ".load.example/fhir";
    }

    /** With which calls may read its FHIR server. */
    String accessToken() {
        return "access-" + client();
    }

    /** The example that its patient of this number has: the same number is another chart in each tenant. */
    int example(int patient) {
        return patient + firstExample;
    }

    /** How it is registered with the service. */
    public Map<String, String> settings(String fhirServer, String keys) {
        String prefix = "livercds.clients." + client() + ".";
        return Map.of(
                prefix + "issuer",
                issuer(),
                prefix + "tenant",
                client(),
                prefix + "jwks-file",
                keys,
                prefix + "max-token-life",
                "1h",
                prefix + "fhir-servers",
                fhirServer);
    }

    public static String publishedKeys() {
        return Keys.published(Keys.RS384);
    }
}
