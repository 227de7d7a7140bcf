package org.livercds.cli.selfcheck;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.livercds.cli.selfcheck.Finding.Evidence;
import org.livercds.cli.selfcheck.Finding.Verdict;

/**
 * For build servers: one test case for each requirement at each service. A broken SHALL fails; a broken SHOULD or MAY, and
 * what was not checked, is skipped with the reason.
 */
public final class JunitReport implements Report {

    @Override
    public String of(Outcome outcome) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, outcome);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        long failed = outcome.broken(Level.SHALL);
        long skipped = outcome.findings().size() - failed - outcome.count(Verdict.MET);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "selfcheck " + valid(outcome.base().toString()));
        xml.writeAttribute("tests", String.valueOf(outcome.findings().size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", String.valueOf(skipped));
        for (Finding finding : outcome.findings()) {
            xml.writeCharacters("\n  ");
            testCase(xml, finding);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "selfcheck." + valid(finding.where()));
        xml.writeAttribute("name", finding.requirement().id());
        if (finding.isBroken(Level.SHALL)) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", "SHALL");
            xml.writeAttribute("message", finding.requirement().sentence());
            xml.writeCharacters(valid(said(finding)));
            xml.writeEndElement();
        } else if (finding.verdict() != Verdict.MET) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", valid(said(finding)));
        }
        xml.writeEndElement();
    }

    private static String said(Finding finding) {
        Requirement requirement = finding.requirement();
        StringBuilder text = new StringBuilder();
        text.append(finding.verdict() == Verdict.BROKEN ? requirement.level().name() : "Not checked");
        text.append(": ").append(requirement.sentence()).append(" ").append(requirement.why());
        for (Evidence evidence : finding.evidence()) {
            text.append("\n").append(evidence.sent()).append(" -> ").append(evidence.came());
        }
        return text.append("\n").append(requirement.link()).toString();
    }

    /** Without what XML cannot hold. */
    private static String valid(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
