package org.livercds.service;

import org.livercds.hooks.Caller;
import org.livercds.hooks.Discovery;
import org.livercds.hooks.HookRequest;

/** One CDS service: what it tells about itself, and its answer to a call. */
public interface CdsService {

    Discovery.Service description();

    /** @throws org.livercds.hooks.RefusedException where the call cannot be answered */
    Answer answer(HookRequest request, Caller caller);

    /** By which discovery lists the services, and the ids of their cards. */
    int number();

    default String id() {
        return description().id();
    }
}
