package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppCookiesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void over_https_they_are_of_this_host_alone() {
        AppCookies cookies = new AppCookies(true, false);
        assertEquals(
                "__Host-livercds-app-v=secret; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure",
                cookies.ofSession("v", "secret", HOUR));
        assertEquals(
                "__Host-livercds-launch-v=secret; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure",
                cookies.ofLaunch("v", "secret", Duration.ofMinutes(10)));
    }

    @Test
    void in_a_frame_of_an_ehr_they_are_of_that_ehr_alone() {
        assertEquals(
                "__Host-livercds-app-v=secret; Path=/; Max-Age=3600; HttpOnly; SameSite=None; Partitioned; Secure",
                new AppCookies(true, true).ofSession("v", "secret", HOUR));
    }

    /** Browsers would take neither the prefix nor SameSite=None. */
    @Test
    void over_plain_http_they_do_without() {
        assertEquals(
                "livercds-app-v=secret; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax",
                new AppCookies(false, true).ofSession("v", "secret", HOUR));
    }

    @Test
    void what_is_over_is_deleted() {
        assertEquals(
                "__Host-livercds-app-v=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
                new AppCookies(true, false).sessionIsOver("v"));
    }
}
