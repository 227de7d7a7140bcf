package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.livercds.bulkdata.Template.Filling;

/**
 * What stands in every chart, and of which most is asked for by nobody: visits, bills, vital signs, usual laboratory
 * values, notes. The templates stand in the folder of this package among the resources of the tests.
 */
final class EverydayCare {

    private static final List<String> FILES = List.of(
            "encounter",
            "claim",
            "explanation-of-benefit",
            "vital-sign",
            "blood-pressure",
            "laboratory-value",
            "liver-value",
            "smoking-status",
            "condition",
            "resolved-condition",
            "procedure",
            "medication-request",
            "allergy-intolerance",
            "diagnostic-report",
            "document-reference",
            "immunization",
            "care-team",
            "organization",
            "practitioner");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CARE = 3;

    private static final List<String> TIMES = List.of("07:40", "08:05", "09:30", "10:15", "11:55", "13:20", "16:10");
    private static final String ABSOLUTE = "https://ehr.example.org/fhir/";

    private final Population population;
    private final int rounds;
    private final int daysPerRound;
    private final List<List<Template>> kinds =
            FILES.stream().map(EverydayCare::read).toList();

    /** @param rounds in how many parts an export is written, the oldest first */
    EverydayCare(Population population, int rounds, int daysPerRound) {
        this.population = population;
        this.rounds = rounds;
        this.daysPerRound = daysPerRound;
    }

    /** What was written down about a patient in the years of one round. */
    void write(Person person, int round, Consumer<Line> lines) {
        Dice dice = new Dice(population.seed(), CARE, person.number(), round);
        for (List<Template> kind : kinds) {
            double mean = kind.get(0).perPatient() * person.activity() / rounds;
            for (int left = dice.about(mean); left > 0; left--) {
                Template template = dice.oneOf(kind);
                lines.accept(Line.of(template.type(), template.fill(filling(person, round, dice))));
            }
        }
    }

    static String reference(Person person, Dice dice) {
        return (dice.chance(0.1) ? ABSOLUTE : "") + "Patient/" + person.id();
    }

    private Filling filling(Person person, int round, Dice dice) {
        LocalDate day =
                population.asOf().minusDays((long) (rounds - 1 - round) * daysPerRound + dice.below(daysPerRound));
        return new Filling(
                reference(person, dice),
                "practitioner-" + person.number() % 997,
                "organization-" + person.number() % 97,
                day.toString(),
                dice.oneOf(TIMES),
                dice);
    }

    private static List<Template> read(String name) {
        try (InputStream in = EverydayCare.class.getResourceAsStream(name + ".json")) {
            JsonNode file = JSON.readTree(in);
            JsonNode resource = file.path("resource");
            String type = resource.path("resourceType").asText();
            double perPatient = file.path("perPatient").asDouble();
            return terms(file.path("terms")).stream()
                    .map(term -> Template.of(type, perPatient, resource.toString(), term))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Map<String, String>> terms(JsonNode listed) {
        List<Map<String, String>> terms = new ArrayList<>();
        StreamSupport.stream(listed.spliterator(), false).forEach(term -> {
            Map<String, String> values = new TreeMap<>();
            term.properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            terms.add(values);
        });
        return terms.isEmpty() ? List.of(Map.of()) : terms;
    }
}
