/** CDS Hooks, requirement by requirement, and what clients really send. The table is docs/CONFORMANCE.md. */
package org.livercds.conformance;
