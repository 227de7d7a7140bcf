package org.livercds.web;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.livercds.audit.Place;
import org.livercds.audit.Place.Kind;
import org.livercds.service.ServiceRegistry;

/** Addresses as the audit trail names them: whatever callers make up as a service id, none of it is kept. */
@Singleton
public final class Places {

    private static final Pattern CALL = Pattern.compile("/*(cds-services|explain)/+([^/]+)(/+feedback)?/*");

    private static final Pattern PICTURE = Pattern.compile("/*app/+p/+[^/]+/*");

    private final ServiceRegistry services;

    /** What calls are for, by the addresses that discovery gives. */
    private final Map<String, Place> usual;

    Places(ServiceRegistry services) {
        this.services = services;
        this.usual = services.all().stream()
                .map(service -> "/cds-services/" + service.id())
                .collect(Collectors.toUnmodifiableMap(
                        path -> path, path -> read(path).orElseThrow()));
    }

    /** What is called at a path; empty where calls are not put on record. */
    Optional<Place> recorded(String path) {
        Place known = usual.get(path);
        return known == null ? read(path) : Optional.of(known);
    }

    private Optional<Place> read(String path) {
        Matcher call = CALL.matcher(path);
        if (!call.matches()) {
            return Optional.of(Place.PICTURES)
                    .filter(any -> PICTURE.matcher(path).matches());
        }
        boolean explain = call.group(1).equals("explain");
        boolean feedback = call.group(3) != null;
        if (explain && feedback) {
            return Optional.empty();
        }
        Kind kind = feedback ? Kind.FEEDBACK : explain ? Kind.EXPLANATION : Kind.HOOK;
        return Optional.of(new Place(kind, services.find(call.group(2)).map(service -> service.id())));
    }

    /** The same for callers who are denied, wherever that was. */
    Place of(String path) {
        return recorded(path).orElse(Place.OTHER);
    }
}
