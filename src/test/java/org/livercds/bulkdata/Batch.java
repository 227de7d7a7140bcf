package org.livercds.bulkdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Some patients in one round: what is made at once, and shuffled, so that not even there the resources of a patient stand
 * one behind the other.
 */
record Batch(int round, int first, int end) {

    private static final int SHUFFLE = 6;
    private static final int FLAWS = 7;

    /** @param badPerMille how many damaged lines are put between a thousand good ones */
    List<Line> lines(Charts charts, int badPerMille) {
        List<Line> good = new ArrayList<>();
        for (int number = first; number < end; number++) {
            charts.write(number, round, good::add);
        }
        shuffle(good, new Dice(charts.population().seed(), SHUFFLE, round, first));
        return badPerMille == 0
                ? good
                : damaged(good, badPerMille, new Dice(charts.population().seed(), FLAWS, round, first));
    }

    private static void shuffle(List<Line> lines, Dice dice) {
        for (int i = lines.size() - 1; i > 0; i--) {
            int other = dice.below(i + 1);
            lines.set(other, lines.set(i, lines.get(other)));
        }
    }

    private static List<Line> damaged(List<Line> good, int badPerMille, Dice dice) {
        List<Line> lines = new ArrayList<>();
        for (Line line : good) {
            lines.add(line);
            if (dice.chance(badPerMille / 1000.0)) {
                lines.add(dice.oneOf(Flaw.values()).damage(line));
            }
        }
        return lines;
    }
}
