package org.livercds.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** It does what the map does that it stands for. */
class FewMembersTest {

    /** @param steps the lowest three bits say what is done, the others with which name */
    @Property
    void whatever_is_done_to_it_it_is_like_a_linked_hash_map(
            @ForAll @Size(max = 60) List<@IntRange(max = 8 * 20) Integer> steps) {
        Map<String, JsonNode> few = new FewMembers(new Object[0]);
        Map<String, JsonNode> other = new LinkedHashMap<>();
        for (int step : steps) {
            String name = "member-" + step / 8;
            assertEquals(done(other, step % 8, name), done(few, step % 8, name));
            assertEquals(other, few);
            assertEquals(few, other);
            assertEquals(new ArrayList<>(other.entrySet()), new ArrayList<>(few.entrySet()));
            assertEquals(passed(other), passed(few));
            assertEquals(other.hashCode(), few.hashCode());
        }
    }

    private static List<String> passed(Map<String, JsonNode> map) {
        List<String> passed = new ArrayList<>();
        map.forEach((name, value) -> passed.add(name + "=" + value));
        return passed;
    }

    private static Object done(Map<String, JsonNode> map, int what, String name) {
        return switch (what) {
            case 0 -> map.remove(name);
            case 1 -> map.containsKey(name);
            case 2 -> map.get(name);
            case 3 -> map.entrySet().removeIf(member -> member.getKey().equals(name));
            case 4 -> map.replace(name, IntNode.valueOf(7));
            case 5 -> {
                map.entrySet()
                        .forEach(member ->
                                member.setValue(IntNode.valueOf(member.getKey().length())));
                yield map.size();
            }
            default -> map.put(name, IntNode.valueOf(what));
        };
    }

    @Test
    void behind_the_last_member_is_none() {
        Iterator<Map.Entry<String, JsonNode>> members =
                new FewMembers(new Object[0]).entrySet().iterator();
        assertThrows(NoSuchElementException.class, members::next);
    }
}
