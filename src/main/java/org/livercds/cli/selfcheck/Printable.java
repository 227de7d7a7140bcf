package org.livercds.cli.selfcheck;

/** Text of a stranger on one line of a terminal. */
final class Printable {

    private Printable() {}

    static String line(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }
}
