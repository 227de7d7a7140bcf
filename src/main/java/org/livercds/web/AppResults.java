package org.livercds.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.livercds.explain.CourseView.ResultView;
import org.livercds.picture.Point;
import org.livercds.picture.ResultTrend;

/** The trends of laboratory values, one for each unit. */
record AppResults(AppPictures pictures) {

    List<AppView.Picture> each(String id, String name, List<ResultView> results) {
        Map<String, List<ResultView>> byUnit = results.stream()
                .sorted(Comparator.comparing(ResultView::when, AppPictures.IN_ORDER))
                .collect(Collectors.groupingBy(ResultView::unit, TreeMap::new, Collectors.toList()));
        if (byUnit.isEmpty()) {
            return List.of(picture(id, name, "", List.of()));
        }
        return byUnit.entrySet().stream()
                .map(ofUnit -> picture(
                        id + "-" + ofUnit.getKey().replaceAll("\\W", ""), name, ofUnit.getKey(), ofUnit.getValue()))
                .toList();
    }

    private AppView.Picture picture(String id, String name, String unit, List<ResultView> results) {
        AppMessages messages = pictures.messages();
        List<Point> points = results.stream()
                .flatMap(result -> AppPictures.point(result.when(), result.value()))
                .toList();
        List<AppView.Row> rows = results.stream()
                .map(result -> new AppView.Row(pictures.date(result.when()), List.of(value(result))))
                .toList();
        String values = rows.isEmpty()
                ? messages.resultNone()
                : rows.stream()
                        .map(row -> row.name() + ": " + row.cells().get(0))
                        .collect(Collectors.joining("; "));
        ResultTrend.Words words = new ResultTrend.Words(
                name,
                messages.resultDescription(name, values),
                unit,
                messages.resultNone(),
                pictures.dates(),
                pictures.forms()::number);
        ResultTrend trend = new ResultTrend(id, words, points);
        List<String> notes = trend.isLogarithmic() ? List.of(messages.resultLogarithmic()) : List.of();
        List<String> head = List.of(messages.colDate(), messages.colValue());
        return new AppView.Picture(id, name, trend.svg(), notes, points.isEmpty(), head, rows);
    }

    private String value(ResultView result) {
        return result.value()
                .map(value -> pictures.forms().result(value, result.unit()))
                .orElseGet(() -> pictures.forms().words().phrase("value.unusable"));
    }
}
