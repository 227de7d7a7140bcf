package org.livercds.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.livercds.explain.CourseView;
import org.livercds.explain.CourseView.LesionLine;
import org.livercds.explain.CourseView.SizeView;
import org.livercds.picture.LiverMap;
import org.livercds.picture.Point;
import org.livercds.picture.SizeTrend;

/** The two pictures of lesions. A lesion's name is its number, the largest first. */
record AppLesions(AppPictures pictures) {

    private static final List<Integer> BARS = List.of(10, 30, 100);
    private static final BigDecimal MILLIMETRES = BigDecimal.TEN;
    private static final CourseView.Amount NOTHING =
            new CourseView.Amount(BigDecimal.ZERO, false, Optional.of(BigDecimal.ZERO), false);

    AppView.Picture map(CourseView course) {
        List<LesionLine> lesions =
                course.lesions().stream().filter(LesionLine::seen).toList();
        LiverMap map = new LiverMap(mapWords(each(lesions, this::told)), each(lesions, this::spot));
        List<String> notes = new ArrayList<>(List.of(messages().mapCaption()));
        if (map.notDrawn() > 0) {
            notes.add(messages().mapNotDrawn(Integer.toString(map.notDrawn())));
        }
        List<String> head = List.of(
                messages().colLesion(),
                messages().colSegment(),
                messages().colSize(),
                messages().colDate());
        return new AppView.Picture("map", messages().map(), map.svg(), notes, false, head, each(lesions, this::row));
    }

    AppView.Picture trend(CourseView course) {
        List<LesionLine> lesions = course.lesions();
        List<SizeTrend.Lesion> lines = each(lesions, this::line);
        List<AppView.Row> rows = new ArrayList<>();
        each(lesions, this::rows).forEach(rows::addAll);
        inOrder(course.apart()).forEach(size -> rows.add(row(messages().lesionApart(), size)));
        boolean empty = lines.stream().allMatch(line -> line.points().isEmpty());
        SizeTrend trend = new SizeTrend(trendWords(each(lesions, this::named)), lines);
        List<String> head =
                List.of(messages().colLesion(), messages().colDate(), messages().colSize());
        return new AppView.Picture("sizes", messages().sizeTrend(), trend.svg(), List.of(), empty, head, rows);
    }

    /** Each with its number. */
    private static <T> List<T> each(List<LesionLine> lesions, BiFunction<String, LesionLine, T> of) {
        return IntStream.range(0, lesions.size())
                .mapToObj(i -> of.apply(Integer.toString(i + 1), lesions.get(i)))
                .toList();
    }

    private LiverMap.Spot spot(String name, LesionLine lesion) {
        return new LiverMap.Spot(
                name, size(lesion), lesion.segment(), lesion.millimetres().map(AppPictures::amount));
    }

    private AppView.Row row(String name, LesionLine lesion) {
        String date = lesion.measured().map(forms()::span).orElseGet(messages()::undated);
        return new AppView.Row(name, List.of(pictures.segment(lesion.segment()), size(lesion) + reason(lesion), date));
    }

    private SizeTrend.Lesion line(String name, LesionLine lesion) {
        List<Point> points = lesion.sizes().stream()
                .flatMap(size -> AppPictures.point(size.when(), size.millimetres()))
                .toList();
        String today = lesion.seen() ? size(lesion) : forms().size(NOTHING);
        return new SizeTrend.Lesion(name + ": " + today, points);
    }

    private List<AppView.Row> rows(String name, LesionLine lesion) {
        return inOrder(lesion.sizes()).stream().map(size -> row(name, size)).toList();
    }

    private AppMessages messages() {
        return pictures.messages();
    }

    private AppForms forms() {
        return pictures.forms();
    }

    private String named(String name, LesionLine lesion) {
        return name + ": " + (lesion.seen() ? size(lesion) : messages().lesionGone());
    }

    private String told(String name, LesionLine lesion) {
        return lesion.segment().isPresent()
                ? messages().lesionIn(name, pictures.segment(lesion.segment()), size(lesion))
                : messages().lesionBeside(name, size(lesion));
    }

    private String size(LesionLine lesion) {
        return lesion.millimetres().map(forms()::size).orElseGet(messages()::sizeUnknown);
    }

    private String reason(LesionLine lesion) {
        return lesion.reason()
                .map(why -> " (" + forms().words().phrase("explain.reason." + why) + ")")
                .orElse("");
    }

    private AppView.Row row(String name, SizeView size) {
        String value = size.millimetres()
                .map(forms()::size)
                .orElseGet(() -> forms().words().phrase("value." + size.recorded()));
        return new AppView.Row(name, List.of(pictures.date(size.when()), value));
    }

    private static List<SizeView> inOrder(List<SizeView> sizes) {
        return sizes.stream()
                .sorted(Comparator.comparing(SizeView::when, AppPictures.IN_ORDER))
                .toList();
    }

    private LiverMap.Words mapWords(List<String> told) {
        return new LiverMap.Words(
                messages().map(),
                messages().mapDescription(told.isEmpty() ? messages().lesionNone() : String.join("; ", told)),
                messages().mapBeside(),
                messages().mapRight(),
                messages().mapLeft(),
                BARS.stream().collect(Collectors.toMap(length -> length, this::bar)));
    }

    private String bar(int millimetres) {
        return messages().mapBar(forms().number(BigDecimal.valueOf(millimetres).divide(MILLIMETRES)));
    }

    private SizeTrend.Words trendWords(List<String> told) {
        return new SizeTrend.Words(
                messages().sizeTrend(),
                messages().sizeDescription(told.isEmpty() ? messages().lesionNone() : String.join("; ", told)),
                messages().sizeUnit(),
                messages().lineOne(),
                messages().lineThree(),
                messages().sizeNone(),
                pictures.dates(),
                forms()::number);
    }
}
