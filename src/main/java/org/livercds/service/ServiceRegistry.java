package org.livercds.service;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** All CDS services, found by their type. */
@Singleton
public final class ServiceRegistry {

    private final List<CdsService> services;

    ServiceRegistry(@All List<CdsService> services) {
        this.services = services.stream()
                .sorted(Comparator.comparing(CdsService::number))
                .toList();
    }

    public List<CdsService> all() {
        return services;
    }

    public Discovery discovery() {
        return new Discovery(services.stream().map(CdsService::description).toList());
    }

    public Optional<CdsService> find(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** @throws RefusedException where there is no such service */
    public CdsService required(String id) {
        return find(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
    }
}
