/** One criterion of the source documents per file, each with its source, population, unit and boundary. */
package org.livercds.clinical.criteria;
