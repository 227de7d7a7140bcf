/**
 * SMART App Launch 2, on the server: an EHR opens our page for a patient, we ask it for a token, and a session in a cookie
 * stands for that. Tokens never reach the browser.
 */
package org.livercds.security.smart;
