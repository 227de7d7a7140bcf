/** HTTP: discovery, invocation, demo requests, and the one place where errors become answers. */
package org.livercds.web;
