/** The only package that opens a connection to another server; empty until the service fetches what prefetch lacks. */
package org.livercds.outbound;
