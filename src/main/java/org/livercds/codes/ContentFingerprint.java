package org.livercds.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Tells content from other content: the first twelve digits of a SHA-256 over the name and the text of each file that was
 * read, in the order of the names. Who mounts one file more, or another text, gets another one.
 */
public final class ContentFingerprint {

    private static final int DIGITS = 12;

    private final Map<String, String> files = new ConcurrentSkipListMap<>();

    void add(String file, String text) {
        files.put(file, hash(text));
    }

    /** That of the same files and one text more. */
    ContentFingerprint with(String name, String text) {
        ContentFingerprint more = new ContentFingerprint();
        more.files.putAll(files);
        more.add(name, text);
        return more;
    }

    /** Of what was read until now. */
    public String value() {
        StringBuilder all = new StringBuilder();
        files.forEach((file, hash) -> all.append(hash).append(' ').append(file).append('\n'));
        return hash(all.toString()).substring(0, DIGITS);
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
