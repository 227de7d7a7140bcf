package org.livercds.codes;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.livercds.cards.CardCatalogues;
import org.livercds.cards.SourceAttributeFile;
import org.livercds.clinical.guideline.LiverCancerGuideline;

/** A version of the content with a hash of each of its parts, as {@code content.properties} has it for the release. */
record ContentRelease(String version, String guideline, String cards, String valueSets, String content) {

    static final Path FILE = Path.of("src/main/resources", ContentVersion.FILE);
    static final Path RULES = Path.of("src/main/java/org/livercds/clinical");
    static final Path CHANGES = Path.of("CHANGELOG.md");

    private static final String HEAD = """
            # The content of this release: the version of guideline, cards and value sets, and a hash of each and of all. Written
            # by the build: ./mvnw test -Djacoco.skip -Dtest=ContentReleaseTest -Dupdate-content=true
            """;

    /**
     * What there is.
     *
     * @param cards files that win over those of the jar
     * @param profiles the same
     * @param rules the sources of the guideline
     */
    static ContentRelease of(Optional<Path> cards, Optional<Path> profiles, Path rules) {
        String guideline = guideline(rules);
        return new ContentRelease(
                LiverCancerGuideline.VERSION,
                guideline,
                read(cards, Optional.empty(), true, false).value(),
                read(Optional.empty(), profiles, false, true).value(),
                read(cards, profiles, true, true)
                        .with(ContentVersion.GUIDELINE, guideline)
                        .value());
    }

    static ContentRelease released(String properties) {
        Properties released = new Properties();
        try {
            released.load(new StringReader(properties));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ContentRelease(
                released.getProperty("version"),
                released.getProperty("guideline"),
                released.getProperty("cards"),
                released.getProperty("value-sets"),
                released.getProperty("content"));
    }

    String properties() {
        return HEAD
                + "version=%s\nguideline=%s\ncards=%s\nvalue-sets=%s\ncontent=%s\n"
                        .formatted(version, guideline, cards, valueSets, content);
    }

    /** What is to be done before this can follow a release. */
    Optional<String> complaint(ContentRelease released) {
        if (equals(released)) {
            return Optional.empty();
        }
        if (version.equals(released.version())) {
            return Optional.of("The content changed (" + changedSince(released) + ") and its version is still "
                    + version
                    + ". Raise VERSION and VERSION_NUMBER in LiverCancerGuideline, put the old version into service.CardNames,"
                    + " write a line \"- Rules <version>: …\" under \"Clinical content\" in CHANGELOG.md, and write "
                    + FILE + " anew: ./mvnw test -Djacoco.skip -Dtest=ContentReleaseTest -Dupdate-content=true");
        }
        return Optional.of("The content is " + version + " now, and " + FILE + " has " + released.version()
                + ". Write it anew: ./mvnw test -Djacoco.skip -Dtest=ContentReleaseTest -Dupdate-content=true");
    }

    /** Whether the changes tell users of this version. */
    boolean isToldIn(String changes) {
        int begin = changes.indexOf("### Clinical content\n");
        return begin >= 0
                && changes.substring(begin).lines().anyMatch(line -> line.startsWith("- Rules " + version + ": "));
    }

    private String changedSince(ContentRelease released) {
        return Stream.of(
                        guideline.equals(released.guideline()) ? "" : "guideline",
                        cards.equals(released.cards()) ? "" : "cards",
                        valueSets.equals(released.valueSets()) ? "" : "value sets")
                .filter(part -> !part.isEmpty())
                .collect(joining(", "));
    }

    /** As the service reads it at start. */
    private static ContentFingerprint read(
            Optional<Path> cards, Optional<Path> profiles, boolean withCards, boolean withProfiles) {
        ContentFingerprint read = new ContentFingerprint();
        if (withCards) {
            ContentFolder folder = new ContentFolder("cds-cards", cards, read);
            CardCatalogues.read(folder, LiverCancerGuideline.recommendations());
            SourceAttributeFile.read(folder);
        }
        if (withProfiles) {
            ContentFolder folder = new ContentFolder("fhir-profiles", profiles, read);
            ValueSets.read(folder);
            OrderCodes.read(folder);
        }
        return read;
    }

    private static String guideline(Path rules) {
        ContentFingerprint sources = new ContentFingerprint();
        try (Stream<Path> files = Files.walk(rules)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path file : java) {
                String name = rules.relativize(file).toString().replace('\\', '/');
                sources.add(name, withoutComments(Files.readString(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources.value();
    }

    /** Who words a comment anew changes no rule. */
    private static String withoutComments(String java) {
        return java.replaceAll("(?s)/\\*\\*.*?\\*/", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(joining("\n"));
    }
}
