/** Three-valued truth, facts with evidence and assessments: the vocabulary of the core. Knows only {@code java.*}: no clock, no I/O, no logging, no null. */
package org.livercds.clinical;
