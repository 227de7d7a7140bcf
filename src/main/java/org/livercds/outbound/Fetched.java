package org.livercds.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a query brought: everything; some pages and why there are no more; or only the reason.
 *
 * @param pages in the order of the server: one resource, or the Bundles of a search
 * @param problem empty if this is everything
 */
public record Fetched(List<ObjectNode> pages, Optional<FetchProblem> problem) {

    public Fetched {
        pages = List.copyOf(pages);
    }

    static Fetched complete(List<ObjectNode> pages) {
        return new Fetched(pages, Optional.empty());
    }

    static Fetched cut(List<ObjectNode> pages, FetchProblem problem) {
        return new Fetched(pages, Optional.of(problem));
    }

    public static Fetched nothing(FetchProblem problem) {
        return cut(List.of(), problem);
    }

    public boolean isComplete() {
        return problem.isEmpty();
    }

    public boolean isPartial() {
        return problem.isPresent() && !pages.isEmpty();
    }

    /** Without the patient. */
    @Override
    public String toString() {
        return "Fetched[" + pages.size() + " pages, " + problem.map(Enum::name).orElse("complete") + "]";
    }
}
