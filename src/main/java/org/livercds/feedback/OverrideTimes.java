package org.livercds.feedback;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When readers overrode something last, in milliseconds since 1970, and which overridden cards are not written yet. It
 * holds so many and no more; of the times that it had no room for, nothing is certain.
 */
final class OverrideTimes {

    /** A clock that was set does not make them forget too early. */
    static final Duration MARGIN = Duration.ofDays(1);

    private static final int MOST_READERS = 100_000;
    private static final int MOST_CARDS = 10_000;

    /** A card that was shown is written in far less, or never. */
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final long keeps;
    private final int mostReaders;
    private final int mostCards;
    private final Map<Long, Long> ofReaders = new ConcurrentHashMap<>();
    private final Map<String, Told> ofCards = new ConcurrentHashMap<>();
    private volatile long lost = Long.MIN_VALUE;
    private long tidied = Long.MIN_VALUE;

    /** @param at when it was told */
    private record Told(long time, long at) {

        private Told later(Told other) {
            return new Told(Math.max(time, other.time), Math.max(at, other.at));
        }
    }

    OverrideTimes(Duration quiet) {
        this(quiet, MOST_READERS, MOST_CARDS);
    }

    OverrideTimes(Duration quiet, int mostReaders, int mostCards) {
        this.keeps = quiet.plus(MARGIN).toMillis();
        this.mostReaders = mostReaders;
        this.mostCards = mostCards;
    }

    boolean mayHave(List<Reader> readers, long since) {
        if (since <= lost) {
            return true;
        }
        for (Reader reader : readers) {
            Long last = ofReaders.get(mark(reader));
            if (last != null && last >= since) {
                return true;
            }
        }
        return false;
    }

    /** @param now when it was told */
    synchronized void add(Reader reader, long time, long now) {
        if (ofReaders.size() >= mostReaders && now >= tidied) {
            ofReaders.values().removeIf(last -> last < now - keeps);
            tidied = now + HOUR;
        }
        if (ofReaders.size() >= mostReaders) {
            lose(time);
        } else {
            ofReaders.merge(mark(reader), time, Math::max);
        }
    }

    /**
     * Its reader will be known when it is written.
     *
     * @param now when it was told
     */
    synchronized void await(String card, long time, long now) {
        if (ofCards.size() >= mostCards) {
            ofCards.values().removeIf(told -> told.at < now - HOUR);
        }
        if (ofCards.size() >= mostCards) {
            lose(time);
        } else {
            ofCards.merge(card, new Told(time, now), Told::later);
        }
    }

    /** A card is written. */
    void place(String card, Reader reader) {
        Told told = ofCards.isEmpty() ? null : ofCards.get(card);
        if (told != null) {
            add(reader, told.time, told.at);
        }
    }

    synchronized void lose(long time) {
        lost = Math.max(lost, time);
    }

    /** Two who share one are asked for in vain, no more. */
    private static long mark(Reader reader) {
        return 31 * mark(reader.patient()) + mark(reader.user());
    }

    private static long mark(String hash) {
        long mark = 0;
        for (int i = 0; i < hash.length(); i++) {
            mark = 31 * mark + hash.charAt(i);
        }
        return mark;
    }
}
