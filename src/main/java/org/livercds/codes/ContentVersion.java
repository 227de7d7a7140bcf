package org.livercds.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which content answers: guideline, cards and value sets together.
 *
 * @param version of all of them; it is raised with every change
 * @param hash of the guideline as released, and of each file that was read
 * @param shipped whether it is that of the release: a mounted file of a site makes it another
 */
public record ContentVersion(String version, String hash, boolean shipped) {

    /** Where the release says what is in it. */
    public static final String FILE = "content.properties";

    /** The part that stands in no file of content: the rules. */
    public static final String GUIDELINE = "guideline";

    /** As it left the build. */
    public static ContentVersion released() {
        Properties release = release();
        return new ContentVersion(release.getProperty("version"), release.getProperty("content"), true);
    }

    /** @param read all files of content, once they were read */
    public static ContentVersion of(ContentFingerprint read) {
        ContentVersion released = released();
        String hash = read.with(GUIDELINE, release().getProperty(GUIDELINE)).value();
        return new ContentVersion(released.version(), hash, hash.equals(released.hash()));
    }

    /** Where a site changed it; nothing where it did not. */
    public Boolean changed() {
        return shipped ? null : Boolean.TRUE;
    }

    /** For engineers. */
    @Override
    public String toString() {
        return version + " (content " + hash + (shipped ? ")" : ", changed by the site)");
    }

    private static Properties release() {
        Properties properties = new Properties();
        try (InputStream in = ContentVersion.class.getResourceAsStream("/" + FILE)) {
            properties.load(in);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }
}
