package org.livercds.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.livercds.hooks.Caller;
import org.livercds.hooks.CardIds;
import org.livercds.hooks.CardIds.Meaning;
import org.livercds.hooks.FeedbackItem;
import org.livercds.hooks.FeedbackRequest;

/** Recognises the cards that clients tell of, without a look-up. */
public final class Intake {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final CardIds ids;
    private final Hashes hashes;
    private final Names names;
    private final Optional<SealedComments> comments;

    /** What the numbers in the ids stand for. */
    public interface Names {
        /** Empty for a topic of a later release. */
        Optional<String> topic(int number);

        String ruleVersion(int number);
    }

    /** At which address feedback came: a service by its number and its id. */
    public record Address(int number, String id) {}

    /** @param comments empty where the site keeps none */
    public Intake(CardIds ids, Hashes hashes, Names names, Optional<SealedComments> comments) {
        this.ids = ids;
        this.hashes = hashes;
        this.names = names;
        this.comments = comments;
    }

    /**
     * Sorts what was told by whose cards it is about. An item without a time has that of its receipt, and a millisecond
     * for each item before it, so that their order is kept.
     */
    public Batch sort(FeedbackRequest told, Address address, Caller caller, Instant receivedAt) {
        Origin origin = Origin.of(caller, receivedAt);
        List<Entry> entries = new ArrayList<>();
        List<Stray> strays = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < told.items().size(); i++) {
            FeedbackItem item = told.items().get(i);
            long at = item.at().map(Instant::toEpochMilli).orElse(receivedAt.toEpochMilli() + i);
            Optional<Meaning> meaning = uuid(item.card()).flatMap(this::card);
            if (meaning.isEmpty()) {
                strays.add(stray(item, address, at, origin));
            } else if (meaning.get().service() == address.number()) {
                entries.add(entry(item, meaning.get(), address, at, origin));
            } else {
                refused++;
            }
        }
        return new Batch(entries, strays, refused);
    }

    private Optional<Meaning> card(UUID id) {
        return ids.recognise(id)
                .filter(meaning -> meaning.part() == 0)
                .filter(meaning -> names.topic(meaning.topic()).isPresent());
    }

    private Entry entry(FeedbackItem item, Meaning meaning, Address address, long at, Origin origin) {
        UUID card = UUID.fromString(item.card());
        return new Entry(
                card,
                address.id(),
                names.topic(meaning.topic()).orElseThrow(),
                names.ruleVersion(meaning.ruleVersion()),
                meaning.day(),
                item.outcome().code(),
                item.reason(),
                item.accepted().stream()
                        .flatMap(id -> uuid(id).stream())
                        .filter(id -> isSuggestionOf(meaning, id))
                        .toList(),
                comments.flatMap(kept -> item.comment().map(words -> kept.seal(card, words))),
                at,
                item.at().isPresent(),
                origin);
    }

    private boolean isSuggestionOf(Meaning card, UUID id) {
        return ids.recognise(id)
                .filter(suggestion -> suggestion.part() > 0
                        && suggestion.service() == card.service()
                        && suggestion.topic() == card.topic())
                .isPresent();
    }

    /** Ids of others may be any text. */
    private Stray stray(FeedbackItem item, Address address, long at, Origin origin) {
        String card = uuid(item.card()).map(UUID::toString).orElseGet(() -> hashes.foreign(item.card()));
        return new Stray(
                card, address.id(), item.outcome().code(), at, item.at().isPresent(), origin);
    }

    private static Optional<UUID> uuid(String id) {
        return Optional.of(id.toLowerCase(Locale.ROOT))
                .filter(text -> UUID_FORM.matcher(text).matches())
                .map(UUID::fromString);
    }
}
