package org.livercds.service;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import org.livercds.audit.AuditSink;
import org.livercds.feedback.IssuedCards;
import org.livercds.feedback.Relay;
import org.livercds.service.FeedbackSetup.FeedbackRelay;

/** Writes out what is on its way, in this order and before any database ends: beans end in none. */
final class LastWrites {

    void write(@Observes ShutdownEvent end, IssuedCards issued, FeedbackRelay feedback, AuditSink audit)
            throws InterruptedException {
        try {
            issued.close();
        } finally {
            try {
                feedback.relay().ifPresent(Relay::close);
            } finally {
                audit.close();
            }
        }
    }
}
