package org.livercds.bulkdata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.livercds.hooks.WireJson;

/** All that stands in the charts of a population, in as many rounds as it is written in. */
final class Charts {

    /** The resources of a patient stand in so many places of the export, far from each other. */
    static final int ROUNDS = 5;

    private static final int DAYS_PER_ROUND = 300;
    private static final int STORY = 4;
    private static final int PATIENT = 5;

    private final Population population;
    private final Terms terms = new Terms();
    private final EverydayCare everyday;

    Charts(Population population) {
        this.population = population;
        this.everyday = new EverydayCare(population, ROUNDS, DAYS_PER_ROUND);
    }

    Population population() {
        return population;
    }

    /** What an export says about a patient in one round. */
    void write(int number, int round, Consumer<Line> lines) {
        Person person = population.person(number);
        everyday.write(person, round, lines);
        if (number % ROUNDS == round) {
            Dice dice = population.dice(PATIENT, number);
            lines.accept(line(PatientResource.of(person, dice, population.asOf())));
        }
        List<ObjectNode> story = LiverStory.of(person, terms, population.dice(STORY, number), population.asOf());
        IntStream.range(0, story.size())
                .filter(i -> i % ROUNDS == round)
                .forEach(i -> lines.accept(line(story.get(i))));
    }

    /** The whole chart of a patient as a Bundle, without going through an export. */
    ObjectNode bundle(int number) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        ArrayNode entries =
                bundle.put("resourceType", "Bundle").put("type", "collection").putArray("entry");
        for (int round = 0; round < ROUNDS; round++) {
            write(number, round, line -> entries.addObject().set("resource", WireJson.readObject(line.bytes())));
        }
        return bundle;
    }

    private static Line line(ObjectNode resource) {
        return Line.of(resource.path("resourceType").asText(), resource.toString());
    }
}
