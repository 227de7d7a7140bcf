/** The safety case: what docs/SAFETY.md promises. */
package org.livercds.safety;
