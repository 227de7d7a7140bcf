package org.livercds.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.livercds.explain.Board;
import org.livercds.explain.CourseView;
import org.livercds.explain.CourseView.When;
import org.livercds.picture.Amount;
import org.livercds.picture.DateWords;
import org.livercds.picture.Days;
import org.livercds.picture.Point;

/** The pictures of a patient, each with its table. */
record AppPictures(AppMessages messages, AppForms forms) {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII");

    List<AppView.Picture> of(Board board) {
        List<AppView.Picture> pictures = new ArrayList<>();
        pictures.add(new AppLesions(this).map(board.course()));
        pictures.add(new AppLesions(this).trend(board.course()));
        AppResults results = new AppResults(this);
        pictures.addAll(results.each("afp", messages.afp(), board.course().afp()));
        pictures.addAll(
                results.each("bilirubin", messages.bilirubin(), board.course().bilirubin()));
        pictures.add(new AppTreatments(this).timeline(board));
        return pictures;
    }

    /** What has no date first. */
    static final Comparator<When> IN_ORDER =
            Comparator.comparing(when -> when.date().map(CourseView.Span::from).orElse(LocalDate.MIN));

    DateWords dates() {
        return new DateWords(forms::day, forms::month);
    }

    static Days days(CourseView.Span span) {
        return new Days(span.from(), span.to());
    }

    static Amount amount(CourseView.Amount amount) {
        return new Amount(
                amount.low().doubleValue(),
                amount.high().map(end -> OptionalDouble.of(end.doubleValue())).orElseGet(OptionalDouble::empty));
    }

    /** Where a value stands, if it can stand anywhere. */
    static Stream<Point> point(When when, Optional<CourseView.Amount> value) {
        return when.placed().flatMap(date -> value.map(known -> new Point(days(date), amount(known)))).stream();
    }

    String date(When when) {
        return when.date()
                .map(forms::span)
                .map(date -> when.future() ? messages.future(date) : date)
                .orElseGet(messages::undated);
    }

    String segment(OptionalInt segment) {
        return segment.isPresent() ? ROMAN.get(segment.getAsInt() - 1) : messages.unknown();
    }
}
