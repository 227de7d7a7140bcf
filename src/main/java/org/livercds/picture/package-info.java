/**
 * Pictures, as SVG: pure functions from records to text, so that the same bytes serve page, print and test. Their words
 * come with them.
 */
package org.livercds.picture;
