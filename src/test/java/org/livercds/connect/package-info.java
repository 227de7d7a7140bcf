/** What engineers are told of connecting a client: docs/CONNECT.md and the requests below docs/requests. */
package org.livercds.connect;
