package org.livercds.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.livercds.cards.ReadingNote;
import org.livercds.fhir.FhirVersion;
import org.livercds.fhir.KeySource;
import org.livercds.fhir.KeyState;
import org.livercds.fhir.Ledger;
import org.livercds.fhir.PrefetchKey;
import org.livercds.fhir.ReadChart;
import org.livercds.hooks.Refusal;
import org.livercds.hooks.RefusedException;

/** Whether a chart that was read allows any answer. */
final class Diagnosable {

    private Diagnosable() {}

    /** Without any word on the patient's conditions nothing can be said, not even that there is nothing to say. */
    static void require(ReadChart read) {
        refusal(read).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Why none can be given; empty where one can. */
    static Optional<RefusedException> refusal(ReadChart read) {
        if (read.wrongPatient()) {
            return Optional.of(new RefusedException(Refusal.WRONG_PATIENT));
        }
        if (read.olderVersion().isPresent()) {
            boolean oldest = read.olderVersion().get() == FhirVersion.DSTU2;
            return Optional.of(new RefusedException(oldest ? Refusal.FHIR_DSTU2 : Refusal.FHIR_STU3));
        }
        KeyState conditions = read.ledger().state(PrefetchKey.CONDITIONS);
        return conditions.isComplete() || conditions == KeyState.PARTIAL
                ? Optional.empty()
                : Optional.of(new RefusedException(why(read), notRead(read.ledger()), remedy(read.ledger())));
    }

    static Set<ReadingNote> notes(ReadChart read) {
        return read.serverUnregistered() ? Set.of(ReadingNote.SERVER_NOT_REGISTERED) : Set.of();
    }

    private static Refusal why(ReadChart read) {
        if (read.serverUnregistered()) {
            return Refusal.SERVER_NOT_REGISTERED;
        }
        boolean asked = read.ledger().entries().stream()
                .anyMatch(entry -> entry.key() == PrefetchKey.CONDITIONS && entry.source() == KeySource.FETCHED);
        return asked ? Refusal.CONDITIONS_NOT_FETCHED : Refusal.NO_CONDITIONS;
    }

    private static List<String> notRead(Ledger ledger) {
        return ledger.entries().stream()
                .filter(entry -> !entry.state().isComplete())
                .map(entry -> entry.key().key() + " (" + word(entry) + ")")
                .toList();
    }

    private static String remedy(Ledger ledger) {
        return ledger.entries().stream()
                .filter(entry -> entry.key() == PrefetchKey.CONDITIONS)
                .flatMap(entry -> Remedy.of(word(entry)).stream())
                .map(Remedy::sentence)
                .findFirst()
                .orElse("");
    }

    private static String word(Ledger.Entry entry) {
        return entry.problem().orElse(entry.state().name());
    }
}
