/** From FHIR R4 JSON to chart entries. The only package that touches HAPI. */
package org.livercds.fhir;
