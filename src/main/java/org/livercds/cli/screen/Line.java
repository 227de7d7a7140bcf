package org.livercds.cli.screen;

/** A resource that the service asks for, and where in the export it stands. */
record Line(int file, long number, byte[] json) {}
