/** Who saw what: one FHIR R4 AuditEvent for each call, each read of a FHIR server and each refusal, kept append-only. */
package org.livercds.audit;
