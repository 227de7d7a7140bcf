package org.livercds.fhir;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a token was granted to read, by SMART App Launch, version 1 ({@code patient/Observation.read}) and 2
 * ({@code patient/Observation.rs?category=…}). A text without any SMART scope of resources says nothing: then the server
 * decides.
 */
public final class Scopes {

    private static final Pattern SCOPE =
            Pattern.compile("(?:patient|user|system)/([A-Za-z]+|\\*)\\.(read|write|\\*|[cruds]+)(\\?\\S+)?");

    private final List<Grant> grants;

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

    private Scopes(List<Grant> grants) {
        this.grants = grants;
    }

    /** @param scope separated by blanks; empty where the client names none */
    public static Scopes of(Optional<String> scope) {
        return new Scopes(Stream.of(scope.orElse("").split("\\s+"))
                .map(SCOPE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Grant.of(matcher.toMatchResult()))
                .toList());
    }

    boolean mayRead(String resourceType) {
        return grants.isEmpty() || of(resourceType).anyMatch(Grant::reads);
    }

    boolean maySearch(String resourceType) {
        return grants.isEmpty() || of(resourceType).anyMatch(Grant::searches);
    }

    /** What the server gives is then a part, and the server does not say so. */
    boolean isRestricted(String resourceType) {
        return !grants.isEmpty() && of(resourceType).allMatch(Grant::restricted);
    }

    private Stream<Grant> of(String resourceType) {
        return grants.stream().filter(grant -> grant.covers(resourceType));
    }
}
