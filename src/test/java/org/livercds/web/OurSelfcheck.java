package org.livercds.web;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.livercds.cli.selfcheck.Finding;
import org.livercds.cli.selfcheck.Finding.Verdict;
import org.livercds.cli.selfcheck.NoServiceException;
import org.livercds.cli.selfcheck.Outcome;
import org.livercds.cli.selfcheck.Plan;
import org.livercds.cli.selfcheck.Selfcheck;
import org.livercds.cli.selfcheck.TextReport;
import org.livercds.cli.selfcheck.Tokens;

/** What the check of any service finds about this one. */
final class OurSelfcheck {

    /** What a busy machine decides. */
    private static final Set<String> NOT_OURS = Set.of("time.median", "time.p95");

    private OurSelfcheck() {}

    /** @param met what has to have been looked at too */
    static void assertGood(URI base, List<ObjectNode> requests, Optional<Tokens> tokens, Set<String> met)
            throws NoServiceException {
        Plan plan = new Plan(
                URI.create(base.toString().replaceAll("/+$", "")),
                Optional.empty(),
                requests,
                tokens,
                "https://sandbox.cds-hooks.org",
                true,
                Duration.ofSeconds(10),
                8,
                Duration.ofMillis(500));
        Outcome outcome = Selfcheck.run(plan, (done, all, what) -> {});
        String report = new TextReport(text -> text, text -> text).of(outcome);
        Set<String> broken = ids(outcome, Verdict.BROKEN);
        broken.removeAll(NOT_OURS);
        assertEquals(Set.of(), broken, report);
        assertTrue(ids(outcome, Verdict.MET).containsAll(met), report);
    }

    private static Set<String> ids(Outcome outcome, Verdict verdict) {
        return outcome.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::requirement)
                .map(requirement -> requirement.id())
                .collect(toCollection(TreeSet::new));
    }
}
