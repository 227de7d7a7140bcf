/** From a chart to SVG; empty until the picture of the liver exists. */
package org.livercds.picture;
