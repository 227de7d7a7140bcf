/**
 * Synthetic exports as a hospital's FHIR server makes them (FHIR Bulk Data, NDJSON), and the tools that hold the command
 * {@code screen} to them: how fast it is, whether every run finds the same, and whether the service says the same.
 */
package org.livercds.bulkdata;
