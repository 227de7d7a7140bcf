/** Every text in both languages, and no answer in two. */
package org.livercds.language;
