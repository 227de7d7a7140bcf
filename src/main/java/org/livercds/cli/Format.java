package org.livercds.cli;

/** How a command tells what it found. */
enum Format {
    TEXT,
    MARKDOWN,
    JSON,
    JUNIT
}
