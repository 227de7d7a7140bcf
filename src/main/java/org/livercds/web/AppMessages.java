package org.livercds.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page /app, which stand in {@code messages/app_<language>.properties}. */
@MessageBundle(value = "app", locale = "en")
public interface AppMessages {

    @Message
    String title();

    @Message
    String logout();

    @Message
    String samples();

    @Message
    String samplesHelp();

    @Message
    String patient(String id);

    @Message
    String age(String years);

    @Message
    String sexMale();

    @Message
    String sexFemale();

    @Message
    String sexOther();

    @Message
    String sexUnknown();

    @Message
    String asOf(String date);

    @Message
    String synthetic();

    @Message
    String advisory(String version);

    @Message
    String printHint();

    @Message
    String unread(String keys);

    @Message
    String silent(String why);

    @Message
    String offers();

    @Message
    String offersNone();

    @Message
    String missing();

    @Message
    String missingNone();

    @Message
    String cautions();

    @Message
    String map();

    @Message
    String mapCaption();

    @Message
    String mapDescription(String lesions);

    @Message
    String mapBeside();

    @Message
    String mapRight();

    @Message
    String mapLeft();

    @Message
    String mapBar(String length);

    @Message
    String mapNotDrawn(String number);

    @Message
    String lesionNone();

    @Message
    String lesionIn(String name, String segment, String size);

    @Message
    String lesionBeside(String name, String size);

    @Message
    String lesionGone();

    @Message
    String lesionApart();

    @Message
    String sizeUnknown();

    @Message
    String sizeTrend();

    @Message
    String sizeDescription(String lesions);

    @Message
    String sizeNone();

    @Message
    String sizeUnit();

    @Message
    String lineOne();

    @Message
    String lineThree();

    @Message
    String afp();

    @Message
    String bilirubin();

    @Message
    String resultNone();

    @Message
    String resultDescription(String name, String values);

    @Message
    String resultLogarithmic();

    @Message
    String timeline();

    @Message
    String timelineNone();

    @Message
    String timelineDescription(String treatments);

    @Message
    String undated();

    @Message
    String future(String date);

    @Message
    String stateDone();

    @Message
    String statePrescribed();

    @Message
    String statePrescriptionEnded();

    @Message
    String stateTaken();

    @Message
    String stateTakingEnded();

    @Message
    String ladder();

    @Message
    String ladderHelp();

    @Message
    String ladderNone();

    @Message
    String table();

    @Message
    String colLesion();

    @Message
    String colSegment();

    @Message
    String colSize();

    @Message
    String colDate();

    @Message
    String colValue();

    @Message
    String colTreatment();

    @Message
    String colState();

    @Message
    String unknown();

    @Message
    String sources();
}
