package org.livercds.cli.selfcheck;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.livercds.cli.selfcheck.Finding.Verdict;

/**
 * All that was found.
 *
 * @param figures what was measured, by service
 */
public record Outcome(URI base, List<String> services, List<Finding> findings, Map<String, String> figures) {

    /** Nothing that a service shall do is broken. */
    public boolean isGood() {
        return broken().stream().noneMatch(finding -> finding.isBroken(Level.SHALL));
    }

    /** What a service shall do first. */
    List<Finding> broken() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .sorted((one, other) ->
                        one.requirement().level().compareTo(other.requirement().level()))
                .toList();
    }

    long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    long broken(Level level) {
        return findings.stream().filter(finding -> finding.isBroken(level)).count();
    }

    List<Finding> unchecked() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNCHECKED)
                .toList();
    }

    /** In a line. */
    public String summary() {
        return count(Verdict.MET) + " met; broken: " + broken(Level.SHALL) + " SHALL, " + broken(Level.SHOULD)
                + " SHOULD, " + broken(Level.MAY) + " MAY; " + count(Verdict.UNCHECKED) + " not checked";
    }
}
