package org.livercds.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.livercds.security.smart.LaunchProblem;

/** What pages say when there is no picture to show. The words stand in the files of the languages. */
@MessageBundle(value = "launch", locale = "en")
public interface LaunchMessages {

    @Message
    String title();

    @Message
    String again();

    @Message
    String loggedOut();

    @Message
    String reviewed();

    @Message
    String problem(LaunchProblem problem);
}
