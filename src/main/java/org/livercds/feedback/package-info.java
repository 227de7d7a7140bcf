/** What clinicians did with the cards; empty until feedback is kept. */
package org.livercds.feedback;
