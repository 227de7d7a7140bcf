package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a client makes of a resource, reading it ends with an answer. */
class FuzzedRequestTest {

    private static final JsonNode ODD = Fhir.json("{'v':[null,'','x',0,-1,1.5,1E+30,true,[],{},[{}],[null],['x'],"
                    + "{'coding':[{'code':'x'}]},{'extension':[{'url':'u','valueCode':'unknown'}]},{'value':'x'}]}")
            .get("v");
    private static final int REQUESTS = 40;

    @Property(tries = 100)
    void a_request_with_one_odd_value_is_answered(@ForAll Random random) {
        for (int request = 0; request < REQUESTS; request++) {
            ObjectNode prefetch = Examples.prefetch(pick(Examples.NAMES, random));
            spoil(prefetch, random);
            assertNotNull(Fhir.advice(prefetch));
        }
    }

    private static void spoil(ObjectNode root, Random random) {
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(root, places);
        ContainerNode<?> place = pick(places, random);
        JsonNode odd = ODD.get(random.nextInt(ODD.size())).deepCopy();
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            spoil(object, odd, random.nextInt(4), random);
        }
        if (place instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), odd);
        }
    }

    private static void spoil(ObjectNode object, JsonNode odd, int how, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = pick(names, random);
        JsonNode old = object.remove(name);
        switch (how) {
            case 0 -> object.set("_" + name, Fhir.json("{'extension':[{'url':'u','valueCode':'unknown'}]}"));
            case 1 -> object.putArray(name).add(old);
            case 2 -> object.set(name, odd);
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            container.forEach(child -> collect(child, places));
        }
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
