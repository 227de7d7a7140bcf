package org.livercds.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.livercds.explain.Board;
import org.livercds.explain.CourseView.TreatmentView;
import org.livercds.picture.Timeline;

/** Procedures and systemic therapy on one axis of time. */
record AppTreatments(AppPictures pictures) {

    AppView.Picture timeline(Board board) {
        AppMessages messages = pictures.messages();
        List<TreatmentView> treatments = board.course().treatments();
        List<AppView.Row> rows = treatments.stream().map(this::row).toList();
        String told = rows.isEmpty()
                ? messages.timelineNone()
                : rows.stream()
                        .map(row -> row.name() + ", " + String.join(", ", row.cells()))
                        .collect(Collectors.joining("; "));
        String svg = new Timeline(words(told), board.asOf(), lines(treatments)).svg();
        List<String> head = List.of(messages.colTreatment(), messages.colState(), messages.colDate());
        return new AppView.Picture("treatments", messages.timeline(), svg, List.of(), rows.isEmpty(), head, rows);
    }

    private Timeline.Words words(String told) {
        AppMessages messages = pictures.messages();
        return new Timeline.Words(
                messages.timeline(),
                messages.timelineDescription(told),
                messages.undated(),
                messages.timelineNone(),
                pictures.dates());
    }

    private AppView.Row row(TreatmentView treatment) {
        return new AppView.Row(name(treatment), List.of(state(treatment), pictures.date(treatment.when())));
    }

    private List<Timeline.Row> lines(List<TreatmentView> treatments) {
        return treatments.stream()
                .collect(Collectors.groupingBy(this::name, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Timeline.Row line(String name, List<TreatmentView> treatments) {
        return new Timeline.Row(
                name,
                treatments.stream()
                        .flatMap(treatment -> treatment.when().placed().stream())
                        .map(AppPictures::days)
                        .toList(),
                (int) treatments.stream()
                        .filter(treatment -> treatment.when().placed().isEmpty())
                        .count());
    }

    private String name(TreatmentView treatment) {
        return treatment.drugState().isPresent()
                ? treatment.kind()
                : pictures.forms().words().phrase("value." + treatment.kind());
    }

    private String state(TreatmentView treatment) {
        AppMessages messages = pictures.messages();
        return switch (treatment.drugState().orElse("")) {
            case "prescribed" -> messages.statePrescribed();
            case "prescriptionEnded" -> messages.statePrescriptionEnded();
            case "taken" -> messages.stateTaken();
            case "takingEnded" -> messages.stateTakingEnded();
            default -> messages.stateDone();
        };
    }
}
