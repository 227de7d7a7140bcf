/** HTTP: discovery, invocation, demo requests, pages, and the one place where errors become answers. */
package org.livercds.web;
