/** From assessments to the records of the explanation; empty until the explain endpoint exists. */
package org.livercds.explain;
