package org.livercds.cli.screen;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The report as a tree: it is well-formed XML, so that a text that breaks out of its place is seen at once. */
record ReportHtml(Document document) {

    static ReportHtml of(String html) {
        try {
            return new ReportHtml(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html))));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new AssertionError(html, broken);
        }
    }

    List<Element> all(String name) {
        return in(document.getDocumentElement(), name);
    }

    /** The section of a heading. */
    Element section(String heading) {
        return all("section").stream()
                .filter(section -> section.getAttribute("aria-labelledby").equals(heading))
                .findFirst()
                .orElseThrow();
    }

    boolean has(String heading) {
        return all("section").stream()
                .anyMatch(section -> section.getAttribute("aria-labelledby").equals(heading));
    }

    /** The cells of each line of the table in a section, names without ids and notes. */
    List<List<String>> rows(String heading) {
        Element body = in(section(heading), "tbody").get(0);
        return in(body, "tr").stream().map(ReportHtml::cells).toList();
    }

    private static List<String> cells(Element row) {
        String name = in(row, "th").get(0).getFirstChild().getTextContent().strip();
        return Stream.concat(Stream.of(name), in(row, "td").stream().map(Element::getTextContent))
                .toList();
    }

    List<String> texts(String heading, String element) {
        return in(section(heading), element).stream()
                .map(Element::getTextContent)
                .toList();
    }

    static List<Element> in(Element place, String name) {
        NodeList found = place.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
