package org.livercds.hooks;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.crypto.Mac;

/**
 * Ids of cards that can be recognised later without a look-up: version-8 UUIDs (RFC 9562) that hold service, topic, part
 * of the card, rule version, day and a number, and a MAC over them. Who has not the key cannot make one. While keys are
 * changed two are valid: ids are issued under the first, and recognised under both.
 *
 * <p>The number is counted from a random one, so that no two ids of an issuer are the same, those of two hardly ever, and
 * those that are issued together stand together in an index.
 *
 * <p>Bits: 3 service, 6 topic, 4 part, 10 rule version, 15 day, 44 number, 40 MAC; 6 are the UUID's own.
 */
public final class CardIds {

    private static final LocalDate DAY_ZERO = LocalDate.of(2020, 1, 1);
    private static final long LAST_NUMBER = (1L << 44) - 1;
    private static final int MAC_BITS = 40;

    private final List<Mac> valid;
    private final AtomicLong next = new AtomicLong(new SecureRandom().nextLong());

    public CardIds(byte[] key) {
        this(key, Optional.empty());
    }

    /** @param previous the key before this one, whose cards may still be on a screen */
    public CardIds(byte[] key, Optional<byte[]> previous) {
        this.valid = Stream.concat(Stream.of(key), previous.stream())
                .peek(CardIds::requireLength)
                .map(Hmac::of)
                .toList();
    }

    private static void requireLength(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("The key of card ids has at least 32 bytes");
        }
    }

    /**
     * What an id says.
     *
     * @param service number of the service, 0 to 7
     * @param topic number of the topic, 0 to 63
     * @param part 0 for the card, else the number of its suggestion, up to 15
     * @param ruleVersion 0 to 1023
     */
    public record Meaning(int service, int topic, int part, int ruleVersion, LocalDate day) {
        public Meaning {
            requireBits(service, 3);
            requireBits(topic, 6);
            requireBits(part, 4);
            requireBits(ruleVersion, 10);
            requireBits(ChronoUnit.DAYS.between(DAY_ZERO, day), 15);
        }

        private static void requireBits(long value, int bits) {
            if (value < 0 || value >= 1L << bits) {
                throw new IllegalArgumentException(value + " does not fit into " + bits + " bits");
            }
        }

        private long packed() {
            long bits = service;
            bits = bits << 6 | topic;
            bits = bits << 4 | part;
            bits = bits << 10 | ruleVersion;
            return bits << 15 | ChronoUnit.DAYS.between(DAY_ZERO, day);
        }

        private static Meaning unpacked(long bits) {
            return new Meaning(
                    (int) (bits >> 35) & 0x7,
                    (int) (bits >> 29) & 0x3f,
                    (int) (bits >> 25) & 0xf,
                    (int) (bits >> 15) & 0x3ff,
                    DAY_ZERO.plusDays(bits & 0x7fff));
        }
    }

    public UUID issue(Meaning meaning) {
        return assemble(valid.get(0), meaning.packed(), next.getAndIncrement() & LAST_NUMBER);
    }

    /** What the id says if it was made with a valid key, else nothing. */
    public Optional<Meaning> recognise(UUID id) {
        long most = id.getMostSignificantBits();
        long least = id.getLeastSignificantBits();
        long packed = most >>> 26;
        long number = (most >>> 16 & 0x3ff) << 34 | (most & 0xfff) << 22 | least >>> MAC_BITS & 0x3fffff;
        return valid.stream().anyMatch(each -> assemble(each, packed, number).equals(id))
                ? Optional.of(Meaning.unpacked(packed))
                : Optional.empty();
    }

    private static UUID assemble(Mac key, long packed, long number) {
        long most = packed << 26 | number >>> 34 << 16 | 0x8000L | number >>> 22 & 0xfff;
        long least = 2L << 62 | (number & 0x3fffff) << MAC_BITS | mac(key, packed, number);
        return new UUID(most, least);
    }

    private static long mac(Mac key, long packed, long number) {
        byte[] message = ByteBuffer.allocate(16).putLong(packed).putLong(number).array();
        return ByteBuffer.wrap(Hmac.copy(key).doFinal(message)).getLong() >>> 64 - MAC_BITS;
    }
}
