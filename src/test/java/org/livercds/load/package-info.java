/**
 * Load and soak tools: a generator of calls, the scenarios that use it, and a table with the figures of each. They start
 * the packaged service themselves; no test of the build runs them. {@code docs/bench/README.md} says how to read them.
 */
package org.livercds.load;
