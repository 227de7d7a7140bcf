package org.livercds.cli.screen;

/** Is told how far the work is. */
public interface Progress {

    void at(int done, int all, String what);
}
