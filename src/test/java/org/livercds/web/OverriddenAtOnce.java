package org.livercds.web;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.livercds.feedback.CardHistory;
import org.livercds.feedback.IssuedCard;
import org.livercds.feedback.IssuedCardLog;

/** A history in which every card that is kept was overridden. */
@Alternative
@Singleton
final class OverriddenAtOnce implements CardHistory, IssuedCardLog {

    private static final List<IssuedCard> KEPT = new CopyOnWriteArrayList<>();

    static void forget() {
        KEPT.clear();
    }

    static void await(int cards) throws InterruptedException {
        while (KEPT.size() < cards) {
            Thread.sleep(5);
        }
    }

    static void awaitTopic(String topic) throws InterruptedException {
        while (KEPT.stream().noneMatch(card -> card.topic().equals(topic))) {
            Thread.sleep(5);
        }
    }

    @Override
    public List<IssuedCard> overridden(String tenant, String patient, String user, Instant since) {
        Map<String, IssuedCard> newest = new ConcurrentHashMap<>();
        KEPT.stream()
                .filter(card -> card.tenant().equals(tenant)
                        && card.patient().equals(patient)
                        && card.user().equals(user)
                        && card.issuedAt().isAfter(since))
                .forEach(card -> newest.put(card.topic(), card));
        return List.copyOf(newest.values());
    }

    @Override
    public void append(List<IssuedCard> cards) {
        KEPT.addAll(cards);
    }
}
