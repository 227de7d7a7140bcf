package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.livercds.hooks.WireJson;
import org.livercds.service.PlainServices;

/** The same chart gets the same words, whenever it is asked about and however its entries are ordered. */
class RepeatedAnswerPropertyTest {

    @Property(tries = 40)
    void the_same_request_gets_the_same_cards_but_for_their_ids(@ForAll("requests") ExampleRequest request) {
        byte[] body = WireJson.write(request.body());
        assertEquals(answer(request, body), answer(request, body));
    }

    @Property(tries = 40)
    void the_order_of_members_changes_no_card(@ForAll("requests") ExampleRequest request, @ForAll Random random) {
        ObjectNode turned = (ObjectNode) turned(request.body(), random);
        assertEquals(answer(request, WireJson.write(request.body())), answer(request, WireJson.write(turned)));
    }

    @Provide
    Arbitrary<ExampleRequest> requests() {
        return Arbitraries.of(ExampleRequest.all());
    }

    /** The members of each object in any order; lists as they are. */
    private static JsonNode turned(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode turned = object.objectNode();
            names.forEach(name -> turned.set(name, turned(object.get(name), random)));
            return turned;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode turned = list.arrayNode();
            list.forEach(element -> turned.add(turned(element, random)));
            return turned;
        }
        return node;
    }

    private static String answer(ExampleRequest request, byte[] body) {
        String text = new String(WireJson.write(PlainServices.answer(request.hook(), body)), StandardCharsets.UTF_8);
        return text.replaceAll("\"uuid\":\"[^\"]*\"", "");
    }
}
