package org.livercds.clinical.patient;

/** Child-Pugh class of liver function: A 5 to 6 points, B 7 to 9, C 10 to 15. */
public enum ChildPugh {
    A,
    B,
    C;

    static ChildPugh ofPoints(int points) {
        if (points < 5 || points > 15) {
            throw new IllegalArgumentException("No Child-Pugh score: " + points);
        }
        return points <= 6 ? A : points <= 9 ? B : C;
    }
}
