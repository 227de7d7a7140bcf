/** Pictures, as SVG; that of the liver does not exist yet. */
package org.livercds.picture;
