/** Who may call: the JSON Web Tokens of registered clients. */
package org.livercds.security;
