package org.livercds.security.smart;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.livercds.security.UntilOver;

/** Of one process: what it keeps ends with it, and no other one knows it. Nothing is forgotten to make room. */
public final class AppStoreInMemory implements AppStore {

    private final int most;
    private final Map<Kind, Cache<String, Entry>> kept = new EnumMap<>(Kind.class);

    private record Entry(String text, Instant until) {
        /** Without what it holds. */
        @Override
        public String toString() {
            return "Entry";
        }
    }

    /** @param most of each kind */
    public AppStoreInMemory(Clock clock, int most) {
        this.most = most;
        for (Kind kind : Kind.values()) {
            kept.put(kind, UntilOver.remembering(clock, Entry::until));
        }
    }

    @Override
    public void keep(Kind kind, String key, String text, Instant until) {
        Cache<String, Entry> entries = kept.get(kind);
        if (UntilOver.isFull(entries, most)) {
            throw new LaunchException(LaunchProblem.TOO_MANY);
        }
        entries.put(key, new Entry(text, until));
    }

    @Override
    public Optional<String> find(Kind kind, String key) {
        return Optional.ofNullable(kept.get(kind).getIfPresent(key)).map(Entry::text);
    }

    @Override
    public Optional<String> take(Kind kind, String key) {
        return Optional.ofNullable(kept.get(kind).asMap().remove(key)).map(Entry::text);
    }

    @Override
    public void prolong(Kind kind, String key, Instant until) {
        kept.get(kind).asMap().computeIfPresent(key, (same, entry) -> new Entry(entry.text(), until));
    }
}
