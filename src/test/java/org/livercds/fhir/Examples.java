package org.livercds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.livercds.clinical.Evidence;
import org.livercds.clinical.guideline.Advice;
import org.livercds.codes.ContentFolder;

/** The synthetic patients that ship with the service, as prefetches of the patient p1. */
final class Examples {

    static final List<String> NAMES = List.of(
            "four-metastases",
            "hcc-over-two-years",
            "hcc-treated-after-measuring",
            "hcc-with-lung-metastasis",
            "metastases-mm-beside-cm",
            "metastasis-3.0-cm",
            "metastasis-size-missing",
            "no-liver-disease",
            "screening-lesion-0.8-cm",
            "screening-lesion-1.0-cm",
            "three-metastases-under-3-cm",
            "unresectable-liver-only-hcc",
            "unresectable-liver-only-metastases");

    private Examples() {}

    /** The resources of an example, in one order or another. */
    static List<ObjectNode> resources(String name, Random order) {
        String text = ContentFolder.inJar("fhir-profiles").read("examples/Bundle-" + name + ".json");
        JsonNode entries = Fhir.json(text).get("entry");
        String id = entries.findValue("resource").get("id").asText();
        List<ObjectNode> resources = new ArrayList<>();
        JsonNode ofPatient = Fhir.json(text.replace("\"Patient/" + id + "\"", "\"Patient/p1\""));
        ofPatient.get("entry").forEach(entry -> resources.add((ObjectNode) entry.get("resource")));
        resources.stream()
                .filter(resource -> resource.get("id").asText().equals(id))
                .forEach(patient -> patient.put("id", "p1"));
        Collections.shuffle(resources, order);
        return resources;
    }

    static ObjectNode prefetch(String name) {
        return Fhir.prefetch(resources(name, new Random(1)).toArray(ObjectNode[]::new));
    }

    /** What an advice says, whatever the order of its evidence. */
    static List<Object> said(Advice advice) {
        return List.of(
                advice.kind(),
                advice.silence(),
                advice.recommendations().stream()
                        .map(offer -> offer.id() + " " + offer.status())
                        .toList(),
                advice.cautions().stream()
                        .map(caution -> caution.id() + " " + shown(caution.evidence().stream()))
                        .toList(),
                advice.missing().stream().map(missing -> missing.id().name()).toList(),
                advice.pregnancyOpen());
    }

    /** The same without the evidence. */
    static List<Object> decided(Advice advice) {
        return List.of(
                advice.kind(),
                advice.silence(),
                advice.recommendations().stream()
                        .map(offer -> offer.id() + " " + offer.status())
                        .toList(),
                advice.cautions().stream().map(caution -> caution.id().name()).toList(),
                advice.missing().stream().map(missing -> missing.id().name()).toList());
    }

    private static TreeSet<String> shown(Stream<Evidence> evidence) {
        TreeSet<String> shown = new TreeSet<>();
        evidence.forEach(entry -> shown.add(entry.reference() + " " + entry.value() + " " + entry.date()));
        return shown;
    }
}
