package org.livercds.bulkdata;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seeds. */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Dice(long... seeds) {
        long mixed = 0;
        for (long seed : seeds) {
            mixed = new SplittableRandom(mixed ^ seed * STEP).nextLong();
        }
        random = new SplittableRandom(mixed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int limit) {
        return random.nextInt(limit);
    }

    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** So many that the mean of many throws is the mean. */
    int about(double mean) {
        return (int) (2 * mean * random.nextDouble() + random.nextDouble());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    /** An id as most servers give them. */
    String uuid() {
        long most = random.nextLong();
        long least = random.nextLong();
        char[] text = new char[36];
        for (int i = 0, digit = 0; i < text.length; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            long bits = digit < 16 ? most : least;
            text[i] = dash ? '-' : Character.forDigit((int) (bits >>> (digit % 16 * 4)) & 15, 16);
            digit += dash ? 0 : 1;
        }
        return new String(text);
    }
}
