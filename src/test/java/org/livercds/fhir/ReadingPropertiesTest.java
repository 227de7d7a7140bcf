package org.livercds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.livercds.fhir.Fhir.advice;
import static org.livercds.fhir.Fhir.condition;
import static org.livercds.fhir.Fhir.json;
import static org.livercds.fhir.Fhir.lesion;
import static org.livercds.fhir.Fhir.prefetch;
import static org.livercds.fhir.Fhir.with;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.livercds.clinical.guideline.LiverCancerGuideline;
import org.livercds.outbound.Fetched;

/** What must change nothing. */
class ReadingPropertiesTest {

    private static final String OTHERS = "'subject':{'reference':'Patient/p2'},'patient':{'reference':'Patient/p2'}";
    private static final ChartReader READER =
            new ChartReader(Fhir.VALUE_SETS, ZoneOffset.UTC, List.of("urn:livercds:lesion"));
    private static final String UCUM = "http://unitsofmeasure.org";

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(Examples.NAMES);
    }

    @Property(tries = 60)
    void the_order_of_entries_changes_nothing(@ForAll("examples") String example, @ForAll Random random) {
        ObjectNode[] shuffled = Examples.resources(example, random).toArray(ObjectNode[]::new);
        assertEquals(Examples.said(advice(Examples.prefetch(example))), Examples.said(advice(prefetch(shuffled))));
    }

    @Property(tries = 100)
    void the_unit_changes_nothing(
            @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "0", max = "320") @Scale(2) BigDecimal> sizes,
            @ForAll Random random) {
        assertEquals(
                Examples.decided(advice(measured(sizes, new Random(0), false))),
                Examples.decided(advice(measured(sizes, random, true))));
    }

    @Property(tries = 100)
    void inches_say_the_same_as_millimetres(
            @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "0", max = "12.5") @Scale(2) BigDecimal> inches) {
        List<BigDecimal> millimetres = inches.stream()
                .map(size -> size.multiply(new BigDecimal("25.4")))
                .toList();
        assertEquals(
                Examples.decided(advice(measured(millimetres, "mm"))),
                Examples.decided(advice(measured(inches, "[in_i]"))));
    }

    /** As a server gives them: some on each page, each page with the total. */
    @Property(tries = 60)
    void the_pages_change_nothing(@ForAll("examples") String example, @ForAll @IntRange(min = 1, max = 4) int ofPage) {
        ObjectNode prefetch = Examples.prefetch(example);
        Prefetch whole = READER.prefetch(prefetch.deepCopy());
        Map<PrefetchKey, PrefetchValue> paged = new EnumMap<>(PrefetchKey.class);
        for (PrefetchKey key : List.of(PrefetchKey.CONDITIONS, PrefetchKey.OBSERVATIONS, PrefetchKey.PROCEDURES)) {
            Fetched fetched = new Fetched(pages((ObjectNode) prefetch.get(key.key()), ofPage), Optional.empty());
            PrefetchValue none = PrefetchValue.of(null, PrefetchValue.Pages.ALL_HERE);
            paged.put(key, new FetchedValue(fetched, none, any -> true, false).value(PrefetchValue.Pages.FOLLOWED));
        }
        assertEquals(said(whole), said(whole.with(paged)));
    }

    private static List<Object> said(Prefetch prefetch) {
        ReadChart read = READER.read(Fhir.PATIENT, Optional.empty(), prefetch, Fhir.TODAY);
        return Examples.said(LiverCancerGuideline.advise(Fhir.chart(read)));
    }

    private static List<ObjectNode> pages(ObjectNode bundle, int ofPage) {
        List<ObjectNode> pages = new ArrayList<>();
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        for (int from = 0; from == 0 || from < entries.size(); from += ofPage) {
            ObjectNode page = bundle.deepCopy();
            ArrayNode some = page.putArray("entry");
            for (int i = from; i < Math.min(entries.size(), from + ofPage); i++) {
                some.add(entries.get(i).deepCopy());
            }
            pages.add(page);
        }
        return pages;
    }

    @Property(tries = 60)
    void resources_of_another_patient_change_nothing(
            @ForAll("examples") String example, @ForAll("examples") String others, @ForAll PrefetchKey key) {
        ObjectNode prefetch = Examples.prefetch(example);
        ArrayNode entries = prefetch.withArray("/" + key.key() + "/entry");
        boolean empty = entries.isEmpty();
        for (ObjectNode resource : Examples.resources(others, new Random(2))) {
            if (!resource.path("resourceType").asText().equals("Patient")) {
                entries.insertObject(0).set("resource", with(resource, OTHERS));
            }
        }
        Object said = Examples.said(advice(Examples.prefetch(example)));
        if (!empty) {
            assertEquals(said, Examples.said(advice(prefetch)));
        }
        assertEquals(false, Fhir.read(prefetch).wrongPatient());
    }

    @Property(tries = 60)
    void a_resource_under_two_keys_counts_once(@ForAll("examples") String example, @ForAll PrefetchKey key) {
        ObjectNode prefetch = Examples.prefetch(example);
        Object said = Examples.said(advice(prefetch));
        ArrayNode entries = prefetch.withArray("/" + key.key() + "/entry");
        if (!entries.isEmpty()) {
            Examples.resources(example, new Random(3))
                    .forEach(resource -> entries.addObject().set("resource", resource));
        }
        prefetch.set(
                "everything",
                Fhir.bundle(Examples.resources(example, new Random(4)).toArray(ObjectNode[]::new)));
        assertEquals(said, Examples.said(advice(prefetch)));
    }

    @Property(tries = 60)
    void a_code_without_its_dot_or_in_lower_case_changes_nothing(@ForAll("examples") String example) {
        ObjectNode written =
                json(Examples.prefetch(example).toString().replaceAll("\"C(\\d\\d)\\.(\\d)\"", "\"c$1$2\""));
        assertEquals(Examples.said(advice(Examples.prefetch(example))), Examples.said(advice(written)));
    }

    private static ObjectNode measured(List<BigDecimal> sizes, String unit) {
        List<ObjectNode> resources = new ArrayList<>(List.of(condition("94381002"), Fhir.complete()));
        sizes.forEach(size -> resources.add(lesion("l" + resources.size(), size.toPlainString(), unit, Fhir.RECENT)));
        return prefetch(resources.toArray(ObjectNode[]::new));
    }

    private static ObjectNode measured(List<BigDecimal> sizes, Random random, boolean anyUnit) {
        List<ObjectNode> resources = new ArrayList<>(List.of(condition("94381002"), Fhir.complete()));
        for (BigDecimal size : sizes) {
            int powers = anyUnit ? List.of(0, 1, 3).get(random.nextInt(3)) : 0;
            String unit = powers == 0 ? "mm" : powers == 1 ? "cm" : "m";
            ObjectNode lesion = lesion("l" + resources.size(), "1", unit, Fhir.RECENT);
            ObjectNode quantity = (ObjectNode) lesion.get("valueQuantity");
            quantity.put("value", size.movePointLeft(powers)).put("system", UCUM);
            resources.add(lesion);
        }
        return prefetch(resources.toArray(ObjectNode[]::new));
    }
}
