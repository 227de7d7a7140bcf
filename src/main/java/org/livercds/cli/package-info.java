/** The commands of the same jar. */
package org.livercds.cli;
