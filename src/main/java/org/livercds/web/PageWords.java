package org.livercds.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages, in {@code messages/pages_en.properties} and its like for each language. */
@MessageBundle(value = "pages", locale = "en")
public interface PageWords {

    @Message
    String skip();

    @Message
    String pages();

    @Message
    String demo();

    @Message
    String explain();

    @Message
    String pictures();

    @Message
    String feedback();

    @Message
    String otherLanguage();

    @Message
    String demonstrationFooter();

    @Message
    String footer();

    @Message
    String noScript();

    @Message
    String explainTitle();

    @Message
    String summaryTitle();

    @Message
    String summaryPeriod(String from, String to);

    @Message
    String summaryFlags();

    @Message
    String summaryStrays(long count);

    @Message
    String calls();

    @Message
    String noCalls();

    @Message
    String service();

    @Message
    String rules();

    @Message
    String topics();

    @Message
    String topic();

    @Message
    String shown();

    @Message
    String per100Calls();

    @Message
    String accepted();

    @Message
    String overridden();

    @Message
    String notAnswered();

    @Message
    String lookAtIt();

    @Message
    String mostlyOverridden();

    @Message
    String shownOften();

    @Message
    String legendAccepted();

    @Message
    String legendOverridden();

    @Message
    String legendNotAnswered();

    @Message
    String rulesVersion(String version);

    @Message
    String whyOverridden();

    @Message
    String noReason();

    @Message
    String byWeek();

    @Message
    String weekFrom();

    @Message
    String picture(String topic);

    @Message
    String oneCard();

    @Message
    String cards(long count);
}
