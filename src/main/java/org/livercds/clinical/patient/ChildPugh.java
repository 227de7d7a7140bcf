package org.livercds.clinical.patient;

import java.util.Optional;

/** Child-Pugh class of liver function: A 5 to 6 points, B 7 to 9, C 10 to 15. */
public enum ChildPugh {
    A,
    B,
    C;

    static ChildPugh ofPoints(int points) {
        return points <= 6 ? A : points <= 9 ? B : C;
    }

    /** Of a recorded score; one outside 5 to 15 is no Child-Pugh score. */
    public static Optional<ChildPugh> ofScore(int points) {
        return points < 5 || points > 15 ? Optional.empty() : Optional.of(ofPoints(points));
    }
}
