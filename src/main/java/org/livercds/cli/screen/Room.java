package org.livercds.cli.screen;

/**
 * How much of an export is in memory at a time, in bytes.
 *
 * @param chunk that is read at once, unless a line is longer
 * @param bucket of the export, unpacked, whose patients are judged together, about
 * @param held resources that wait to be written
 * @param pass resources of a bucket that one thread has at once; several share twice as much. Where a bucket has more,
 *     its patients take turns
 */
record Room(int chunk, long bucket, long held, long pass) {

    static final Room STANDARD = new Room(1 << 18, 8 << 20, 32 << 20, 32 << 20);
}
