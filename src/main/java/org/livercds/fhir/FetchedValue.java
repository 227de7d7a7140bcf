package org.livercds.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.livercds.fhir.PrefetchValue.RawResource;
import org.livercds.outbound.Fetched;

/** What a FHIR server gave for a key, in the form of a prefetch value. */
final class FetchedValue {

    private FetchedValue() {}

    /**
     * The pages as one value.
     *
     * @param before what prefetch gave: where fetching fails it stands
     * @param restricted the token lets a part of the resources through only
     */
    static PrefetchValue of(Fetched fetched, PrefetchValue before, boolean firstPageSuffices, boolean restricted) {
        if (fetched.pages().isEmpty()) {
            return failed(before, word(fetched));
        }
        List<RawResource> resources = new ArrayList<>();
        boolean whole = fetched.isComplete() && !restricted;
        int skipped = 0;
        for (ObjectNode page : fetched.pages()) {
            PrefetchValue value = PrefetchValue.of(page, true);
            resources.addAll(value.resources());
            skipped += value.skipped();
            whole &= value.state().isComplete();
        }
        whole &= firstPageSuffices || total(fetched) <= resources.size() + skipped;
        if (!whole && before.state() == KeyState.PARTIAL) {
            resources.addAll(before.resources());
        }
        KeyState complete = resources.isEmpty() ? KeyState.EMPTY : KeyState.DATA;
        return new PrefetchValue(
                KeySource.FETCHED, whole ? complete : KeyState.PARTIAL, resources, skipped, word(fetched));
    }

    private static PrefetchValue failed(PrefetchValue before, Optional<String> problem) {
        KeyState state = before.state() == KeyState.PARTIAL ? KeyState.PARTIAL : KeyState.ERROR;
        return new PrefetchValue(KeySource.FETCHED, state, before.resources(), before.skipped(), problem);
    }

    private static Optional<String> word(Fetched fetched) {
        return fetched.problem().map(Enum::name);
    }

    /** As the server counted when it began to give the pages. */
    private static int total(Fetched fetched) {
        return fetched.pages().get(0).path("total").asInt(0);
    }
}
