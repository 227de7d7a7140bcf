/** What the service does while something that it needs is away, slow or wrong: the tables of docs/OPERATIONS.md. */
package org.livercds.degradation;
