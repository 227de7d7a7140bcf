package org.livercds.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;

/**
 * A call as far as it is known when it is put on record.
 *
 * @param request empty where the body was no request
 * @param requestId the header X-Request-Id, as it came
 */
public record AuditedCall(Caller caller, Optional<HookRequest> request, Optional<String> requestId) {

    public AuditedCall {
        requireNonNull(caller, "caller");
        requireNonNull(request, "request");
        requireNonNull(requestId, "requestId");
    }

    /** Without patient and user. */
    @Override
    public String toString() {
        return "AuditedCall";
    }
}
