package org.livercds.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void every_placeholder_is_filled_wherever_it_stands() {
        Template template = new Template("{a}{b} and {a}, {not-one} {B}");
        assertEquals("1{b} and 1, {not-one} {B}", template.fill("a", "1", "b", "{b}"));
        assertEquals(Set.of("a", "b"), template.placeholders());
        assertEquals("no placeholder", new Template("no placeholder").fill());
    }

    @Test
    void a_placeholder_without_a_value_is_no_silent_gap() {
        Template template = new Template("{a} {b}");
        assertThrows(IllegalArgumentException.class, () -> template.fill("a", "1"));
    }

    @Test
    void a_paragraph_of_which_nothing_is_left_is_left_out() {
        CardBody body = new CardBody("\n{a}\n\n**Chart**: {b}.\n\n{c}\n\nend {c}\n");
        assertEquals("**Chart**: x.\n\nend ", body.fill("a", "", "b", "x", "c", ""));
        assertEquals("1\n\n**Chart**: x.\n\n- y\n- z\n\nend - y\n- z", body.fill("a", "1", "b", "x", "c", "- y\n- z"));
        assertTrue(body.has("c"));
        assertFalse(body.has("d"));
    }
}
