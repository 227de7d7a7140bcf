package org.livercds.feedback;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.livercds.hooks.Hmac;

/**
 * What stands for patients, users and foreign ids in the tables: a keyed hash (HMAC-SHA-256), with a label for each
 * purpose, so that nobody without the key can tell who it is or find the same person under two labels.
 */
public final class Hashes {

    private final Mac key;
    private final List<Mac> valid;

    public Hashes(byte[] key) {
        this(key, Optional.empty());
    }

    /** @param previous the key before this one, under which older rows stand */
    public Hashes(byte[] key, Optional<byte[]> previous) {
        this.valid =
                Stream.concat(Stream.of(key), previous.stream()).map(Hmac::of).toList();
        this.key = valid.get(0);
    }

    public String patient(String tenant, String id) {
        return hash(key, "patient", tenant, id);
    }

    public String user(String tenant, String userId) {
        return hash(key, "user", tenant, userId);
    }

    /** Of an id that some client made up, which could say anything. */
    public String foreign(String id) {
        return hash(key, "foreign", id);
    }

    /** As which a patient may stand in the tables: under this key, and under the one before. */
    public List<String> allOfPatient(String tenant, String id) {
        return valid.stream().map(each -> hash(each, "patient", tenant, id)).toList();
    }

    /**
     * As which a user in front of a patient's chart may stand in the tables: under this key, and under the one before.
     *
     * @param client whose user it is
     */
    public List<Reader> allOfReader(String tenant, String patientId, String client, String userId) {
        return valid.stream()
                .map(each -> new Reader(hash(each, "patient", tenant, patientId), hash(each, "user", client, userId)))
                .toList();
    }

    /** Each part with its length before it, so that no two lists of parts read the same. */
    private static String hash(Mac key, String... parts) {
        Mac mac = Hmac.copy(key);
        for (String part : parts) {
            mac.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
