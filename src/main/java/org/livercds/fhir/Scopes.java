package org.livercds.fhir;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a token was granted to read, by SMART App Launch, version 1 ({@code patient/Observation.read}) and 2
 * ({@code patient/Observation.rs?category=…}). A text without any word of SMART's says nothing: then the server decides.
 */
public final class Scopes {

    private static final Pattern SCOPE =
            Pattern.compile("(?:patient|user|system)/([A-Za-z]+|\\*)\\.(read|write|\\*|[cruds]+)(\\?\\S+)?");

    private static final Pattern SMART =
            Pattern.compile("(patient|user|system)/.*|openid|fhirUser|profile|launch(/.*)?|(on|off)line_access");

    private final List<Grant> grants;
    private final boolean silent;

    /** @param restricted granted for some resources of the type only, by a query behind the scope */
    private record Grant(String type, boolean reads, boolean searches, boolean restricted) {

        static Grant of(MatchResult scope) {
            String may = scope.group(2);
            boolean first = may.equals("read") || may.equals("*");
            boolean second = may.matches("[cruds]+");
            return new Grant(
                    scope.group(1),
                    first || second && may.contains("r"),
                    first || second && may.contains("s"),
                    scope.group(3) != null);
        }

        boolean covers(String resourceType) {
            return type.equals("*") || type.equals(resourceType);
        }
    }

    /** @param silent no word of it is one of SMART's: it says nothing */
    private Scopes(List<Grant> grants, boolean silent) {
        this.grants = grants;
        this.silent = silent;
    }

    /** @param scope separated by blanks; empty where the client names none */
    public static Scopes of(Optional<String> scope) {
        List<String> words = Stream.of(scope.orElse("").split("\\s+")).toList();
        List<Grant> grants = words.stream()
                .map(SCOPE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Grant.of(matcher.toMatchResult()))
                .toList();
        boolean silent = words.stream().noneMatch(word -> SMART.matcher(word).matches());
        return new Scopes(grants, silent);
    }

    boolean mayRead(String resourceType) {
        return silent || of(resourceType).anyMatch(Grant::reads);
    }

    boolean maySearch(String resourceType) {
        return silent || of(resourceType).anyMatch(Grant::searches);
    }

    /** What a search gives is then a part, and the server does not say so. */
    boolean restrictsSearch(String resourceType) {
        return !silent && of(resourceType).filter(Grant::searches).allMatch(Grant::restricted);
    }

    private Stream<Grant> of(String resourceType) {
        return grants.stream().filter(grant -> grant.covers(resourceType));
    }
}
