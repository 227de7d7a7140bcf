package org.livercds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String ROOT = "org.livercds.";
    private static final Path SOURCES = Path.of("src/main/java");

    private static final String AT_THE_DOOR =
            "org\\.livercds\\.web\\.(Admission|CallMeter|Doorkeeper|OwnPages|StrictDecoder|WaitingRoom)(\\$.*)?";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.livercds");

    /** Which packages of the house each package may know. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("clinical", Set.of()),
            Map.entry("codes", Set.of()),
            Map.entry("hooks", Set.of()),
            Map.entry("outbound", Set.of()),
            Map.entry("picture", Set.of("clinical")),
            Map.entry("feedback", Set.of("hooks")),
            Map.entry("audit", Set.of("hooks")),
            Map.entry("security", Set.of("hooks", "outbound")),
            Map.entry("fhir", Set.of("clinical", "codes", "outbound")),
            Map.entry("cards", Set.of("clinical", "codes", "hooks")),
            Map.entry("explain", Set.of("clinical", "codes", "fhir")),
            Map.entry(
                    "service",
                    Set.of(
                            "clinical",
                            "codes",
                            "fhir",
                            "cards",
                            "explain",
                            "hooks",
                            "feedback",
                            "security",
                            "audit",
                            "outbound")),
            Map.entry("web", Set.of("service", "hooks", "explain", "picture", "feedback", "security", "audit")),
            Map.entry("cli", Set.of("service", "hooks", "explain", "picture", "clinical", "security", "outbound")));

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_knows_only_those_below_it(String name) {
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe("another part of the house", type -> {
            String other = part(type.getPackageName());
            return !other.isEmpty()
                    && !other.equals(name)
                    && !MAY_KNOW.get(name).contains(other);
        });
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void every_package_of_the_house_is_in_the_plan_and_says_what_lives_there() throws IOException {
        Path house = SOURCES.resolve("org/livercds");
        try (Stream<Path> folders = Files.list(house)) {
            assertEquals(
                    MAY_KNOW.keySet(),
                    folders.map(folder -> folder.getFileName().toString()).collect(toSet()));
        }
        for (String name : MAY_KNOW.keySet()) {
            assertTrue(Files.exists(house.resolve(name).resolve("package-info.java")), name);
        }
    }

    @Test
    void the_clinical_core_knows_only_java() {
        classes()
                .that()
                .resideInAPackage("org.livercds.clinical..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.livercds.clinical..", "java..")
                .check(MAIN);
    }

    @Test
    void the_clinical_core_has_no_clock_no_chance_and_no_output() {
        noClasses()
                .that()
                .resideInAPackage("org.livercds.clinical..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, System.class, UUID.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(MAIN);
    }

    @Test
    void only_the_fhir_package_touches_hapi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.livercds.fhir..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn..", "org.hl7..")
                .check(MAIN);
    }

    /** Its classes load addresses; it is there for tests. */
    @Test
    void the_validator_stays_out_of_the_running_service() throws IOException {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ca.uhn.fhir.validation..",
                        "org.hl7.fhir.common.hapi..",
                        "org.hl7.fhir.validation..",
                        "org.hl7.fhir.convertors..",
                        "org.hl7.fhir.r5..",
                        "org.hl7.fhir.utilities.npm..")
                .check(MAIN);
        Pattern dependency = Pattern.compile("<dependency>(?:(?!</dependency>).)*?</dependency>", Pattern.DOTALL);
        List<String> validators = dependency
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(MatchResult::group)
                .filter(text -> text.contains("<artifactId>hapi-fhir-validation"))
                .toList();
        assertEquals(2, validators.size());
        assertTrue(validators.stream().allMatch(text -> text.contains("<scope>test</scope>")));
    }

    @Test
    void only_the_outbound_package_opens_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.livercds.outbound..")
                .and()
                .haveNameNotMatching(AT_THE_DOOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "java.nio.channels..",
                        "javax.net..",
                        "io.vertx.core.http..",
                        "io.vertx.core.net..",
                        "io.vertx.ext.web.client..",
                        "ca.uhn.fhir.rest.client..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, DatagramSocket.class, URLConnection.class, InetAddress.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(MAIN);
    }

    /** What reads the connections that others open needs a server's types, and no client's. */
    @Test
    void who_stands_at_the_door_opens_no_connections() {
        noClasses()
                .that()
                .haveNameMatching(AT_THE_DOOR)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        ".*(Client|Bootstrap|NetSocket|java\\.net\\.(?!InetSocketAddress|SocketAddress)|java\\.nio\\.).*")
                .check(MAIN);
    }

    @Test
    void the_value_sets_need_jackson_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage("org.livercds.codes..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.livercds.codes..", "java..", "com.fasterxml.jackson..")
                .check(MAIN);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("org.livercds.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nothing_is_named_after_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)(\\$.*)?")
                .check(MAIN);
    }

    @Test
    void no_code_of_a_terminology_stands_in_java() throws IOException {
        Pattern code = Pattern.compile("\"([0-9]{6,18}|[0-9]{3,5}-[0-9]|[A-Z][0-9]{2}\\.[0-9A-Z]{1,4})\"");
        try (Stream<Path> files = javaFiles()) {
            List<String> literals = files.flatMap(HouseRulesTest::lines)
                    .filter(line -> code.matcher(line).find())
                    .toList();
            assertEquals(List.of(), literals);
        }
    }

    @Test
    void files_stay_small() throws IOException {
        try (Stream<Path> files = javaFiles()) {
            List<Path> large = files.filter(file -> lines(file).count() > 250).toList();
            assertEquals(List.of(), large);
        }
    }

    /** In formatted code a method of a class begins and ends at the fourth column. */
    @Test
    void no_method_is_longer_than_25_lines() throws IOException {
        Pattern begin = Pattern.compile("    (?! |//|@|\\*|record|class|enum|interface|[A-Z0-9_]+\\().*[({]$");
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = javaFiles()) {
            for (Path file : files.toList()) {
                List<String> lines = lines(file).toList();
                for (int from = 0; from < lines.size(); from++) {
                    int to = lines.subList(from, lines.size()).indexOf("    }") + from;
                    String line = lines.get(from);
                    boolean method = line.contains("(") && !line.contains(" = ") && !line.contains(" record ");
                    if (method && begin.matcher(line).matches() && to - from > 26) {
                        tooLong.add(file.getFileName() + ":" + (from + 1));
                    }
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static String part(String packageName) {
        return packageName.startsWith(ROOT)
                ? packageName.substring(ROOT.length()).split("\\.")[0]
                : "";
    }

    private static Stream<Path> javaFiles() throws IOException {
        return Files.walk(SOURCES).filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
