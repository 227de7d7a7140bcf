package org.livercds.cli.selfcheck;

/** How binding a requirement is. */
public enum Level {
    SHALL,
    SHOULD,
    MAY
}
