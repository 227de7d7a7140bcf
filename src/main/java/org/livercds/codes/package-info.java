/** FHIR value sets, concept maps and code system aliases as look-ups, read once at start. */
package org.livercds.codes;
