/** Who saw what; empty until the audit trail exists. */
package org.livercds.audit;
