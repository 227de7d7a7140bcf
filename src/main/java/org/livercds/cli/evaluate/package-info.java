/** Charts from files or a FHIR server, answered as the services answer them, in the form that is asked for. */
package org.livercds.cli.evaluate;
