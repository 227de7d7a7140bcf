/** The CDS Hooks wire types as records; FHIR content inside them stays raw JSON. */
package org.livercds.hooks;
