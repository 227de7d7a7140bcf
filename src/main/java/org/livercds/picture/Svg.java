package org.livercds.picture;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A picture while it is drawn. Numbers are finite or refused, text is escaped. */
final class Svg {

    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();
    private static final double HUNDREDTHS = 100;

    private final XMLStreamWriter out;

    private Svg(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * What a picture is, for those who do not see it.
     *
     * @param id by which its title is found; empty where there are several of the kind on a page
     * @param kind for style sheets
     */
    record Head(String id, String kind, double width, double height, String title, String description) {}

    /** A whole picture, which grows with the page. */
    static String picture(Head head, Consumer<Svg> content) {
        return write(svg -> {
            svg.begin("svg").namespace();
            svg.attributes("viewBox", "0 0 " + number(head.width()) + " " + number(head.height()));
            svg.attributes("class", head.kind(), "role", "img");
            svg.attributes("color", "#1b2430", "font-size", Labels.FONT, "font-family", "sans-serif");
            if (head.id().isEmpty()) {
                svg.element("title", head.title());
            } else {
                String title = head.id() + "-title";
                String description = head.id() + "-description";
                svg.attributes("aria-labelledby", title + " " + description);
                svg.element("title", head.title(), "id", title);
                svg.element("desc", head.description(), "id", description);
            }
            content.accept(svg);
            svg.end();
        });
    }

    private static String write(Consumer<Svg> content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(text);
            content.accept(new Svg(out));
            out.close();
        } catch (XMLStreamException impossible) {
            throw impossible(impossible);
        }
        return text.toString();
    }

    private void namespace() {
        written(() -> out.writeDefaultNamespace("http://www.w3.org/2000/svg"));
    }

    /** @param namesAndValues by turns; a value is text or a number */
    Svg begin(String name, Object... namesAndValues) {
        return written(() -> out.writeStartElement(name)).attributes(namesAndValues);
    }

    Svg end() {
        return written(out::writeEndElement);
    }

    Svg empty(String name, Object... namesAndValues) {
        return written(() -> out.writeEmptyElement(name)).attributes(namesAndValues);
    }

    Svg element(String name, String text, Object... namesAndValues) {
        return begin(name, namesAndValues)
                .written(() -> out.writeCharacters(text))
                .end();
    }

    Svg label(Label label) {
        return element(
                "text",
                label.text(),
                "x",
                label.x(),
                "y",
                label.y(),
                "text-anchor",
                label.anchor().code(),
                "fill",
                "currentColor");
    }

    Svg line(double x1, double y1, double x2, double y2, Object... namesAndValues) {
        return empty("path", "d", "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2))
                .attributes("fill", "none", "stroke", "currentColor")
                .attributes(namesAndValues);
    }

    Svg attributes(Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i].toString();
            Object value = namesAndValues[i + 1];
            String text = value instanceof Number size ? number(size.doubleValue()) : value.toString();
            written(() -> out.writeAttribute(name, text));
        }
        return this;
    }

    private interface Step {
        void taken() throws XMLStreamException;
    }

    private Svg written(Step step) {
        try {
            step.taken();
        } catch (XMLStreamException impossible) {
            throw impossible(impossible);
        }
        return this;
    }

    /** To the hundredth. */
    static String number(double length) {
        if (!Double.isFinite(length)) {
            throw new IllegalArgumentException("A length that is none cannot be drawn");
        }
        double rounded = Math.round(length * HUNDREDTHS) / HUNDREDTHS;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static IllegalStateException impossible(XMLStreamException impossible) {
        return new IllegalStateException("A text can always be written to", impossible);
    }
}
