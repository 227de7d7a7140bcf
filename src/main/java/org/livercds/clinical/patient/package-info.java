/** What the chart says about one patient's liver, as typed facts with their evidence. */
package org.livercds.clinical.patient;
