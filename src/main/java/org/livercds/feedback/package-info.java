/** What clinicians did with the cards: recognised by the id of the card, kept before the answer, never with a name. */
package org.livercds.feedback;
