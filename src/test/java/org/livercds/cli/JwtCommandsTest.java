package org.livercds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.security.Denial;
import org.livercds.security.TokenExamination.Step;

class JwtCommandsTest {

    private static final String ISSUER = "https://ehr.example.org";
    private static final String URL = "http://localhost:8080/cds-services/liver-cancer-patient-view";

    @TempDir
    Path folder;

    private String key;
    private String jwks;

    @BeforeEach
    void files() {
        key = folder.resolve("ehr.jwk").toString();
        jwks = folder.resolve("ehr.jwks.json").toString();
    }

    @Test
    void a_token_that_was_made_here_is_let_in_by_whom_its_key_set_is_registered_for() throws IOException {
        Told made = made(URL);
        assertEquals(0, made.exitCode(), made.err());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key))));
        assertFalse(Files.readString(Path.of(jwks)).contains("\"d\""), "the private part of the key");
        Told checked = checked(made.out(), URL);
        assertEquals(0, checked.exitCode(), checked.out());
        assertTrue(checked.out().contains("A first call with it would be let in."), checked.out());
        assertTrue(checked.out().contains("ok      made by a registered client: command-line"), checked.out());
        assertEquals(0, checked("Authorization: Bearer " + made.out(), URL).exitCode());
    }

    @Test
    void each_thing_that_is_wrong_is_told_with_what_to_change() {
        Told made = Told.by(
                "jwt",
                "make",
                "--key",
                key,
                "--jwks",
                jwks,
                "--issuer",
                ISSUER,
                "--audience",
                URL + "/",
                "--life",
                "900",
                "--tenant",
                "north");
        Told checked = checked(made.out(), "http://localhost:8080/cds-services");
        assertEquals(1, checked.exitCode());
        assertTrue(
                checked.out().contains("FAILED  made for the address that is called\n          AUDIENCE: aud is not"),
                checked.out());
        assertTrue(checked.out().contains("LIVES_TOO_LONG: From iat to exp"), checked.out());
        assertTrue(
                checked.out()
                        .contains(
                                "TENANT: tenant is not the one that is registered. Set it to livercds.clients.\"command-line\".tenant"),
                checked.out());
        assertTrue(checked.out().endsWith("It would be refused.\n"), checked.out());
    }

    @Test
    void for_programs_it_is_json() {
        Told made = made(URL);
        Told checked = Told.withInput(
                made.out(),
                "jwt",
                "check",
                "-",
                "--issuer",
                "https://other.example",
                "--jwks",
                jwks,
                "--format",
                "json");
        assertEquals(1, checked.exitCode());
        assertTrue(checked.out().contains("\"denial\" : \"UNKNOWN_ISSUER\""), checked.out());
        assertTrue(checked.out().contains("\"letIn\" : false"), checked.out());
    }

    @Test
    void what_a_token_says_moves_no_cursor() {
        Told made = Told.by(
                "jwt", "make", "--key", key, "--jwks", jwks, "--issuer", "a\u001b[2J\u202eb", "--audience", URL);
        Told checked = checked(made.out(), URL);
        assertTrue(checked.out().contains("iss a?[2J?b"), checked.out());
    }

    @Test
    void mistakes_of_the_user_are_told_in_a_sentence() throws IOException {
        Told alone = Told.by("jwt", "check", "-", "--issuer", ISSUER);
        assertEquals(2, alone.exitCode());
        assertTrue(alone.err().startsWith("--issuer and --jwks are given together."), alone.err());
        Told nothing = Told.withInput("nonsense", "jwt", "check", "-");
        assertEquals(1, nothing.exitCode());
        assertTrue(nothing.out().contains("MALFORMED: It is no token"), nothing.out());
        Told without = Told.withInput("a.b.c", "jwt", "check", "-", "--issuer", ISSUER, "--jwks", jwks);
        assertEquals(1, without.exitCode());
        assertTrue(
                without.err().contains("jwks-file names a file that the user of the service cannot read"),
                without.err());
        Files.writeString(Path.of(key), "{}");
        Told noKey = made(URL);
        assertEquals(2, noKey.exitCode());
        assertTrue(noKey.err().contains("holds no private key: one JSON Web Key"), noKey.err());
        Told over = Told.by("jwt", "make", "--key", key, "--jwks", key, "--issuer", ISSUER, "--audience", URL);
        assertEquals(2, over.exitCode());
        assertTrue(over.err().startsWith("--jwks would overwrite the private key"), over.err());
        Told nowhere = Told.by("jwt", "make", "--key", folder + "/none/key", "--issuer", ISSUER, "--audience", URL);
        assertEquals(2, nowhere.exitCode());
        assertTrue(nowhere.err().contains("A file cannot be read or written"), nowhere.err());
    }

    @Test
    void help_has_examples() {
        Told help = Told.by("jwt", "check", "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().contains("liver-cds jwt check - --url"), help.out());
        assertTrue(Told.by("jwt", "make", "--help").out().contains("--audience"), help.out());
    }

    @ParameterizedTest
    @EnumSource(Denial.class)
    void each_reason_has_a_remedy(Denial denial) {
        assertTrue(
                ResourceBundle.getBundle("cli.tokens").getString(denial.name()).endsWith("."));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void each_step_has_its_words(Step step) {
        assertFalse(
                ResourceBundle.getBundle("cli.tokens").getString("step." + step).isBlank());
    }

    private Told made(String audience) {
        return Told.by("jwt", "make", "--key", key, "--jwks", jwks, "--issuer", ISSUER, "--audience", audience);
    }

    private Told checked(String token, String url) {
        return Told.withInput(token, "jwt", "check", "-", "--issuer", ISSUER, "--jwks", jwks, "--url", url);
    }
}
