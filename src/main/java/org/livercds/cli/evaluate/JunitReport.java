package org.livercds.cli.evaluate;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For build servers: a test case for each input, with its cards; one that cannot be evaluated fails. */
public final class JunitReport implements Report {

    private final Report cards = new CardsReport();
    private final List<Evaluated> all = new ArrayList<>();

    @Override
    public String of(Evaluated evaluated) {
        all.add(evaluated);
        return "";
    }

    @Override
    public String end() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "evaluate");
            xml.writeAttribute("tests", Integer.toString(all.size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(all.stream()
                            .filter(one -> one.problem().isPresent())
                            .count()));
            for (Evaluated one : all) {
                write(one, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A text can always be written to", impossible);
        }
        return text + "\n";
    }

    private void write(Evaluated one, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "evaluate");
        xml.writeAttribute("name", valid(one.name()));
        if (one.problem().isPresent()) {
            xml.writeEmptyElement("failure");
            xml.writeAttribute("message", valid(one.problem().get()));
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(valid(cards.of(one)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Without what XML cannot hold. */
    private static String valid(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
