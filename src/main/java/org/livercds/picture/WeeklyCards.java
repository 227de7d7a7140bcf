package org.livercds.picture;

import java.io.StringWriter;
import java.util.List;
import java.util.function.LongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The cards of each week as a bar: accepted below, overridden in the middle, not answered on top. The numbers belong
 * beside it in a table; the picture alone tells only how they go.
 *
 * @param title for those who do not see it
 * @param counted so many cards, in words
 */
public record WeeklyCards(String title, LongFunction<String> counted, List<Week> weeks) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 120;
    private static final int TOP = 16;
    private static final int FLOOR = HEIGHT - 20;
    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    public WeeklyCards {
        weeks = List.copyOf(weeks);
    }

    /** @param monday its first day, as in 2026-11-16 */
    public record Week(String monday, long accepted, long overridden, long unanswered) {

        private long all() {
            return accepted + overridden + unanswered;
        }
    }

    public String svg() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter svg = XML.createXMLStreamWriter(text);
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attributes(svg, "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "class", "weekly-cards", "role", "img");
            element(svg, "title", title);
            draw(svg);
            svg.writeEndElement();
            svg.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A text can always be written to", impossible);
        }
        return text.toString();
    }

    private void draw(XMLStreamWriter svg) throws XMLStreamException {
        long most = Math.max(1, weeks.stream().mapToLong(Week::all).max().orElse(1));
        double step = (double) WIDTH / Math.max(1, weeks.size());
        for (int i = 0; i < weeks.size(); i++) {
            bar(svg, weeks.get(i), i * step + step * 0.15, step * 0.7, (double) (FLOOR - TOP) / most);
        }
        svg.writeEmptyElement("path");
        attributes(svg, "d", "M0 " + FLOOR + "H" + WIDTH, "stroke", "#6b7788", "class", "axis");
        label(svg, 0, TOP - 4, "start", counted.apply(most));
        if (!weeks.isEmpty()) {
            label(svg, 0, HEIGHT - 4, "start", weeks.get(0).monday());
        }
        if (weeks.size() > 1) {
            label(svg, WIDTH, HEIGHT - 4, "end", weeks.get(weeks.size() - 1).monday());
        }
    }

    private static void bar(XMLStreamWriter svg, Week week, double x, double width, double scale)
            throws XMLStreamException {
        double y = part(svg, x, FLOOR, width, week.accepted() * scale, "accepted", "#0b5cad");
        y = part(svg, x, y, width, week.overridden() * scale, "overridden", "#e08a00");
        part(svg, x, y, width, week.unanswered() * scale, "unanswered", "#ffffff");
    }

    /** @return where the next part stands */
    private static double part(
            XMLStreamWriter svg, double x, double floor, double width, double height, String kind, String colour)
            throws XMLStreamException {
        if (height > 0) {
            svg.writeEmptyElement("rect");
            attributes(svg, "class", kind, "fill", colour, "stroke", "#6b7788");
            attributes(svg, "x", tenths(x), "y", tenths(floor - height));
            attributes(svg, "width", tenths(width), "height", tenths(height));
        }
        return floor - height;
    }

    private static void label(XMLStreamWriter svg, int x, int y, String anchor, String text) throws XMLStreamException {
        svg.writeStartElement("text");
        attributes(svg, "x", Integer.toString(x), "y", Integer.toString(y), "text-anchor", anchor, "font-size", "12");
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void element(XMLStreamWriter svg, String name, String text) throws XMLStreamException {
        svg.writeStartElement(name);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void attributes(XMLStreamWriter svg, String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            svg.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String tenths(double length) {
        return Double.toString(Math.round(length * 10) / 10.0);
    }
}
