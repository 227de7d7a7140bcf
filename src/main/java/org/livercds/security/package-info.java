/** Who may call: client authentication; empty until it exists, which is why a production start is refused. */
package org.livercds.security;
