/**
 * The only package that opens a connection to another server: reads FHIR JSON from registered servers, under one
 * deadline and fixed caps. What is called is a registered base, at an address that was checked; nothing that a server
 * does becomes an exception.
 */
package org.livercds.outbound;
