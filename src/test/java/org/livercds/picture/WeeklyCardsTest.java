package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.livercds.picture.WeeklyCards.Week;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class WeeklyCardsTest {

    private static final LongFunction<String> COUNTED = cards -> cards + " cards";

    @Test
    void bars_stand_on_the_floor_and_on_each_other_to_scale() throws Exception {
        Document svg =
                svg(new WeeklyCards("Ablation", COUNTED, List.of(new Week("2026-11-09", 1, 2, 5), week(4, 0, 0))));
        List<Element> parts = all(svg, "rect");
        assertEquals(
                List.of("accepted", "overridden", "unanswered", "accepted"),
                parts.stream().map(part -> part.getAttribute("class")).toList());
        double floor = 100;
        for (Element part : parts.subList(0, 3)) {
            assertEquals(floor, number(part, "y") + number(part, "height"), 0.11);
            floor = number(part, "y");
        }
        assertEquals(16, floor, 0.11, "the highest bar is as high as the picture allows");
        assertEquals(2 * number(parts.get(0), "height"), number(parts.get(1), "height"), 0.11);
        assertEquals(4 * number(parts.get(0), "height"), number(parts.get(3), "height"), 0.21);
        assertTrue(number(parts.get(3), "x") > number(parts.get(0), "x") + number(parts.get(0), "width"));
    }

    @Test
    void it_says_what_it_shows_from_when_to_when_and_how_many_the_most_are() throws Exception {
        Document svg =
                svg(new WeeklyCards("A <b> & more", COUNTED, List.of(new Week("2026-11-09", 1, 2, 5), week(1, 0, 0))));
        assertEquals("A <b> & more", all(svg, "title").get(0).getTextContent());
        assertEquals("img", svg.getDocumentElement().getAttribute("role"));
        assertEquals(
                List.of("8 cards", "2026-11-09", "2026-11-16"),
                all(svg, "text").stream().map(Element::getTextContent).toList());
    }

    @Test
    void weeks_without_cards_have_no_bar() throws Exception {
        assertEquals(
                0,
                all(svg(new WeeklyCards("t", COUNTED, List.of(week(0, 0, 0)))), "rect")
                        .size());
        assertEquals(
                1, all(svg(new WeeklyCards("t", COUNTED, List.of())), "text").size());
    }

    private static Week week(long accepted, long overridden, long unanswered) {
        return new Week("2026-11-16", accepted, overridden, unanswered);
    }

    private static double number(Element part, String attribute) {
        return Double.parseDouble(part.getAttribute(attribute));
    }

    private static Document svg(WeeklyCards cards) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(cards.svg())));
    }

    private static List<Element> all(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
