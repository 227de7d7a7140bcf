/** Tests of the jar as it is run in production: processes of their own, after the jar is made. */
package org.livercds.packaged;
