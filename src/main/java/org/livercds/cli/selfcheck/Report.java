package org.livercds.cli.selfcheck;

/** What was found, in one form. */
public interface Report {

    /** With a line end. */
    String of(Outcome outcome);
}
