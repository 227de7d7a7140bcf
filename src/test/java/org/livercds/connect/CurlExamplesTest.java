package org.livercds.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.connect.MarkdownPage.Block;

/** The commands of docs/requests/curl.md and of the README, run by a shell against the running service. */
@QuarkusTest
class CurlExamplesTest {

    private static final String SHELL = "sh";
    private static final int PATIENCE = 60;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    /** Each command, and the block behind it. */
    static List<Arguments> examples() {
        List<Block> blocks = MarkdownPage.read("docs/requests/curl.md").blocks();
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).language().equals(SHELL))
                .mapToObj(i ->
                        Arguments.of(blocks.get(i).content(), blocks.get(i + 1).content()))
                .toList();
    }

    static Stream<String> commandsOfTheReadme() {
        return MarkdownPage.read("README.md").blocks().stream()
                .filter(block -> block.language().equals(SHELL))
                .map(Block::content)
                .filter(command -> command.startsWith("curl ") && command.contains("localhost:8080"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_comes_back_is_what_the_page_shows(String command, String shown) throws Exception {
        String said = run(command);
        assertTrue(fits(said, shown), () -> command + "gave\n" + said);
    }

    @ParameterizedTest
    @MethodSource("commandsOfTheReadme")
    void the_commands_of_the_readme_are_answered(String command) throws Exception {
        String said = run(command);
        assertTrue(said.startsWith("{"), said);
        assertFalse(said.contains("OperationOutcome"), said);
    }

    @Test
    void there_are_commands_and_each_of_the_page_has_its_answer() {
        assertTrue(examples().size() >= 15);
        assertEquals(4, commandsOfTheReadme().count());
        examples().forEach(example -> assertFalse(example.get()[1].toString().contains("curl"), example::toString));
    }

    @Test
    void another_answer_is_noticed() {
        assertTrue(fits("{\"a\":1,\"b\":2}\n200\n", "{…\"b\":2…\n200\n"));
        assertFalse(fits("{\"a\":1,\"b\":3}\n200\n", "{…\"b\":2…\n200\n"));
        assertFalse(fits("{\"a\":1}\n500", "{\"a\":1}\n"));
    }

    private static boolean fits(String said, String shown) {
        String pattern =
                Arrays.stream(shown.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(said.strip()).matches();
    }

    private String run(String command) throws IOException, InterruptedException {
        assumeTrue(new ProcessBuilder(SHELL, "-c", "command -v curl").start().waitFor() == 0, "no curl here");
        String here = command.replace("localhost:8080", "localhost:" + RestAssured.port)
                .replace("localhost:9000", "localhost:" + managementPort);
        Process shell =
                new ProcessBuilder(SHELL, "-c", here).redirectErrorStream(true).start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(shell.waitFor(PATIENCE, TimeUnit.SECONDS), command);
        assertEquals(0, shell.exitValue(), said);
        return said;
    }
}
