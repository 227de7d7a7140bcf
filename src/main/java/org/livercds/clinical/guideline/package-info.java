/** The rules on one page, the gate before them, and what follows from them: ranking, cautions, missing data. */
package org.livercds.clinical.guideline;
