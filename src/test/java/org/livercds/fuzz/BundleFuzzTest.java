package org.livercds.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithSize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.cards.CardRules;
import org.livercds.hooks.HookResponse;

/** Observations in Bundles of any shape: what stands between the entries, and what the Bundle says of itself. */
class BundleFuzzTest {

    private static final int MOST = 3;
    private static final int UNTOLD = -1;

    /** What an entry is. */
    enum Entry {
        OWN,
        OF_ANOTHER,
        NULL,
        EMPTY,
        TEXT,
        NESTED,
        NESTED_LIST,
        WITHOUT_TYPE,
        BARE,
        NO_STATUS,
        FAILED,
        WARNED;

        boolean isOwn() {
            return this == OWN;
        }

        /** Not a resource, or one that cannot be read: it may have been a lesion. */
        boolean isOdd() {
            return !Set.of(OWN, OF_ANOTHER, WARNED).contains(this);
        }
    }

    static Stream<Arguments> seeds() {
        return Stream.of(
                arguments(List.of(Entry.OWN), 1, null),
                arguments(List.of(Entry.OWN, Entry.OWN, Entry.OWN, Entry.OWN), 4, "self"),
                arguments(List.of(Entry.OWN, Entry.OF_ANOTHER, Entry.OWN), 3, null),
                arguments(List.of(Entry.OWN, Entry.NULL), 2, null),
                arguments(List.of(Entry.OWN, Entry.NESTED), 2, null),
                arguments(List.of(Entry.OWN, Entry.NO_STATUS), 2, null),
                arguments(List.of(Entry.OWN), 5, null),
                arguments(List.of(Entry.OWN), 1, "next"),
                arguments(List.of(Entry.OWN, Entry.FAILED), 1, null),
                arguments(List.of(Entry.OWN, Entry.WARNED), 1, "previous"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void only_a_whole_list_of_at_most_three_is_short(
            @NotNull @WithSize(max = 8) List<@NotNull Entry> entries,
            @InRange(min = UNTOLD, max = 9) int total,
            String relation) {
        HookResponse answer = Chart.answer(prefetch(entries, total, relation));

        CardRules.check(answer.cards());
        long own = entries.stream().filter(Entry::isOwn).count();
        boolean cut = "next".equals(relation) || total > entries.size();
        boolean firm = Chart.recommended(answer).contains("ablation");
        boolean mayBeFirm = own > 0 && own <= MOST && entries.stream().noneMatch(Entry::isOdd) && !cut;
        assertTrue(!firm || mayBeFirm, () -> entries + " of " + total + ", " + relation);

        if (own > 0) {
            List<Entry> without =
                    entries.stream().filter(entry -> entry != Entry.OF_ANOTHER).toList();
            assertEquals(
                    Chart.recommended(Chart.answer(prefetch(without, UNTOLD, relation))),
                    Chart.recommended(Chart.answer(prefetch(entries, UNTOLD, relation))));
        }
    }

    private static ObjectNode prefetch(List<Entry> shapes, int total, String relation) {
        ObjectNode prefetch = Chart.prefetch(List.of(Chart.metastases()));
        prefetch.set("allListed", Chart.bundle(List.of(Chart.complete())));
        ObjectNode observations = Chart.json("{'resourceType':'Bundle','type':'searchset'}");
        if (total >= 0) {
            observations.put("total", total);
        }
        if (relation != null) {
            observations
                    .putArray("link")
                    .addObject()
                    .put("relation", relation)
                    .put("url", "https://ehr.example/fhir/x");
        }
        ArrayNode entries = observations.putArray("entry");
        List<Entry> all = new ArrayList<>(shapes);
        for (int i = 0; i < all.size(); i++) {
            add(entries, all.get(i), Chart.lesion("l" + i, 20));
        }
        prefetch.set("observations", observations);
        return prefetch;
    }

    private static void add(ArrayNode entries, Entry shape, ObjectNode lesion) {
        switch (shape) {
            case OWN -> entries.addObject().set("resource", lesion);
            case OF_ANOTHER -> {
                lesion.putObject("subject").put("reference", "Patient/p2");
                entries.addObject().set("resource", lesion);
            }
            case NULL -> entries.addNull();
            case EMPTY -> entries.addObject();
            case TEXT -> entries.add("Observation");
            case NESTED -> entries.addObject().set("resource", Chart.bundle(List.of(lesion)));
            case NESTED_LIST -> entries.addArray().addObject().set("resource", lesion);
            case WITHOUT_TYPE -> entries.addObject().set("resource", without(lesion, "resourceType"));
            case BARE -> entries.add(lesion);
            case NO_STATUS -> entries.addObject().set("resource", without(lesion, "status"));
            case FAILED -> entries.addObject().set("resource", outcome("error"));
            case WARNED -> entries.addObject().set("resource", outcome("warning"));
        }
    }

    private static ObjectNode without(ObjectNode lesion, String member) {
        lesion.remove(member);
        return lesion;
    }

    private static ObjectNode outcome(String severity) {
        return Chart.json(
                "{'resourceType':'OperationOutcome','issue':[{'severity':'" + severity + "','code':'informational'}]}");
    }
}
