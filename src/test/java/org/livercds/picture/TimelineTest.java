package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.livercds.picture.Some.days;
import static org.livercds.picture.Some.timeline;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void each_kind_has_a_row_and_what_went_on_is_a_bar() {
        Drawn drawn = drawn(
                new Timeline.Row("ablation", List.of(days("2025-01-15", "2025-01-15")), 0),
                new Timeline.Row("sorafenib", List.of(days("2026-05-20", "2026-10-01")), 0));
        assertEquals(1, drawn.ofClass("mark").size());
        assertEquals(1, drawn.ofClass("days").size());
        assertTrue(drawn.texts().containsAll(List.of("ablation", "sorafenib")));
    }

    @Test
    void what_has_no_date_is_listed_and_stands_nowhere_on_the_axis() {
        Drawn drawn = drawn(
                new Timeline.Row("ablation", List.of(days("2025-01-15", "2025-01-15")), 1),
                new Timeline.Row("resection", List.of(), 2));
        assertEquals(1, drawn.ofClass("mark").size());
        assertTrue(drawn.texts().containsAll(List.of("ablation: without a date", "2 × resection: without a date")));
        Drawn only = drawn(new Timeline.Row("resection", List.of(), 1));
        assertEquals(List.of("resection: without a date"), only.texts());
        assertEquals(List.of(), only.ofClass("axis"));
    }

    @Test
    void without_treatments_it_says_so() {
        assertEquals(List.of("None."), drawn().texts());
    }

    @Test
    void a_long_name_is_cut_before_the_axis() {
        String name = "percutaneous radiofrequency ablation of everything";
        Drawn drawn = drawn(new Timeline.Row(name, List.of(days("2025-01-15", "2025-01-15")), 0));
        assertTrue(
                drawn.texts().stream().anyMatch(text -> text.endsWith("…") && name.startsWith(text.replace("…", ""))));
    }

    private static Drawn drawn(Timeline.Row... rows) {
        return Drawn.of(timeline(List.of(rows)).svg()).assertSound();
    }
}
