/** From card files and recommendations to CDS Hooks cards. No card words stand in Java. */
package org.livercds.cards;
