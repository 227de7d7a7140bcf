package org.livercds.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture as it was drawn, without a browser. */
record Drawn(String svg, Document document) {

    static Drawn of(String svg) {
        try {
            return new Drawn(
                    svg,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(svg))));
        } catch (SAXException | IOException | ParserConfigurationException noXml) {
            throw new AssertionError(svg, noXml);
        }
    }

    List<Element> all(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    List<Element> ofClass(String name) {
        return all("*").stream()
                .filter(one ->
                        Arrays.asList(one.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    List<Double> box() {
        return Arrays.stream(
                        document.getDocumentElement().getAttribute("viewBox").split(" "))
                .map(Double::valueOf)
                .toList();
    }

    /** What holds for every picture whatever it shows. */
    Drawn assertSound() {
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        assertEquals("img", document.getDocumentElement().getAttribute("role"));
        List<String> ids = all("*").stream()
                .map(one -> one.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        for (String id :
                document.getDocumentElement().getAttribute("aria-labelledby").split(" ")) {
            assertTrue(ids.contains(id), id);
        }
        assertFalse(all("title").get(0).getTextContent().isBlank());
        assertFalse(all("desc").get(0).getTextContent().isBlank());
        assertFalse(svg.contains("style=") || svg.contains("<script"), "what the content security policy forbids");
        List<Box> boxes = labels();
        for (int i = 0; i < boxes.size(); i++) {
            assertInside(boxes.get(i));
            for (Box other : boxes.subList(0, i)) {
                assertFalse(boxes.get(i).overlaps(other), boxes.get(i) + " over " + other + " of " + texts());
            }
        }
        all("circle").forEach(circle -> assertInside(square(circle)));
        return this;
    }

    private List<Box> labels() {
        return all("text").stream()
                .map(text -> new Label(
                                number(text, "x"),
                                number(text, "y"),
                                Label.Anchor.valueOf(
                                        text.getAttribute("text-anchor").toUpperCase(Locale.ROOT)),
                                text.getTextContent())
                        .box())
                .toList();
    }

    private void assertInside(Box box) {
        double width = box().get(2);
        double height = box().get(3);
        boolean inside =
                box.x() >= -0.02 && box.y() >= -0.02 && box.right() <= width + 0.02 && box.bottom() <= height + 0.02;
        assertTrue(inside, box + " in " + width + " x " + height + " of " + texts());
    }

    private static Box square(Element circle) {
        double r = number(circle, "r");
        return new Box(number(circle, "cx") - r, number(circle, "cy") - r, 2 * r, 2 * r);
    }
}
