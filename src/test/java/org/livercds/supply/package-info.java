/** What the service is made of, and what SECURITY.md promises. */
package org.livercds.supply;
