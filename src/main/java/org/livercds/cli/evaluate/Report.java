package org.livercds.cli.evaluate;

/** One after the other, in one form. */
public interface Report {

    /** Of one input, with a line end. */
    String of(Evaluated evaluated);

    /** Before all. */
    default String begin() {
        return "";
    }

    /** Behind all. */
    default String end() {
        return "";
    }
}
