package org.livercds.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.livercds.audit.AuditedCall;
import org.livercds.audit.Told;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;
import org.livercds.hooks.Refusal;

/** What became known of a call while it was worked on, kept until it is put on record. */
@RequestScoped
class CurrentCall {

    private Caller caller = Caller.UNKNOWN;
    private Optional<HookRequest> request = Optional.empty();
    private Optional<Told> told = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    Caller by(Caller proved) {
        caller = proved;
        return proved;
    }

    HookRequest asks(HookRequest read) {
        request = Optional.of(read);
        return read;
    }

    void tells(Told answer) {
        told = Optional.of(answer);
    }

    void isRefused(Refusal why) {
        refusal = Optional.of(why);
    }

    Optional<Told> told() {
        return told;
    }

    Optional<Refusal> refusal() {
        return refusal;
    }

    AuditedCall audited(Optional<String> requestId) {
        return new AuditedCall(caller, request, requestId);
    }
}
