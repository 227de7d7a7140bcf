package org.livercds.cli.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livercds.cli.selfcheck.Finding.Verdict;
import org.livercds.security.Keys;

class SelfcheckTest {

    private static final ECKey KEY = Keys.ES384;

    @Test
    void a_good_service_breaks_nothing_but_what_needs_a_quiet_machine() throws NoServiceException {
        try (SampleService service = SampleService.good()) {
            Outcome outcome = run(service, Optional.empty());
            assertEquals(Set.of(), brokenApartFromTimes(outcome), new TextReport(x -> x, x -> x).of(outcome));
            assertTrue(outcome.isGood());
            assertTrue(outcome.figures().get("sample-view").startsWith("median "));
        }
    }

    @Test
    void a_good_service_that_asks_for_tokens_meets_every_requirement() throws NoServiceException {
        try (SampleService service = SampleService.start(Optional.empty(), Optional.of(KEY))) {
            Outcome outcome = run(service, Optional.of(tokens(service)));
            assertEquals(Set.of(), brokenApartFromTimes(outcome), new TextReport(x -> x, x -> x).of(outcome));
            Set<String> met = ids(outcome, Verdict.MET);
            Set<String> expected = new TreeSet<>();
            Requirements.ofJar().all().forEach(requirement -> expected.add(requirement.id()));
            expected.removeAll(
                    Set.of("transport.https", "action.delete", "error.retry-after", "time.median", "time.p95"));
            expected.removeAll(Set.of("call.system-actions", "call.system-actions-hook"));
            expected.removeAll(met);
            assertEquals(Set.of(), expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void a_defect_is_found_under_its_requirement(Defect defect) throws NoServiceException {
        Optional<ECKey> key = defect.isOfTokens() ? Optional.of(KEY) : Optional.empty();
        try (SampleService service = SampleService.start(Optional.of(defect), key)) {
            Outcome outcome = run(service, key.map(some -> tokens(service)));
            assertTrue(
                    ids(outcome, Verdict.BROKEN).contains(defect.requirement()),
                    () -> new TextReport(x -> x, x -> x).of(outcome));
        }
    }

    /** What no service of ours can break: TLS of another machine. */
    @Test
    void there_is_a_defect_for_every_requirement_and_more_than_forty() {
        Set<String> broken = new TreeSet<>();
        Stream.of(Defect.values()).map(Defect::requirement).forEach(broken::add);
        Set<String> all = new TreeSet<>();
        Requirements.ofJar().all().forEach(requirement -> all.add(requirement.id()));
        assertTrue(all.containsAll(broken));
        all.removeAll(broken);
        assertEquals(Set.of("transport.https"), all);
        assertTrue(Defect.values().length >= 40);
    }

    private static Outcome run(SampleService service, Optional<Tokens> tokens) throws NoServiceException {
        Plan plan = new Plan(
                service.address(),
                Optional.empty(),
                List.of(),
                tokens,
                "https://sandbox.cds-hooks.org",
                true,
                Duration.ofSeconds(1),
                10,
                Duration.ofMillis(50));
        return Selfcheck.run(plan, (done, all, what) -> assertFalse(done > all));
    }

    private static Tokens tokens(SampleService service) {
        return new Tokens(KEY, SampleTokens.ISSUER, service.address().toString(), Optional.empty(), Optional.empty());
    }

    private static Set<String> brokenApartFromTimes(Outcome outcome) {
        Set<String> broken = ids(outcome, Verdict.BROKEN);
        broken.removeAll(Set.of("time.median", "time.p95"));
        return broken;
    }

    private static Set<String> ids(Outcome outcome, Verdict verdict) {
        Set<String> ids = new TreeSet<>();
        outcome.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .forEach(finding -> ids.add(finding.requirement().id()));
        return ids;
    }
}
