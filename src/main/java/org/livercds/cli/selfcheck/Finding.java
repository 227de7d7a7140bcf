package org.livercds.cli.selfcheck;

import java.util.List;

/**
 * What was found about one requirement at one place.
 *
 * @param where a service, or discovery
 * @param times how often it was looked at
 * @param evidence of a broken one what was sent and what came; of an unchecked one why
 */
public record Finding(Requirement requirement, String where, Verdict verdict, int times, List<Evidence> evidence) {

    /** Whether it was met. */
    public enum Verdict {
        MET,
        BROKEN,
        UNCHECKED
    }

    /** A call and its answer, in a line each, without the token and without control characters. */
    public record Evidence(String sent, String came) {}

    boolean isBroken(Level level) {
        return verdict == Verdict.BROKEN && requirement.level() == level;
    }
}
