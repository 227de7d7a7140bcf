package org.livercds.cli.selfcheck;

/** A group of questions to one service. */
interface Check {
    void run(Asker asker);
}
