/** The check is checked: a service that is good, and spoilt in one way at a time. */
package org.livercds.cli.selfcheck;
