package org.livercds.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livercds.feedback.Summary.ReasonCount;
import org.livercds.feedback.Summary.ServiceCalls;
import org.livercds.feedback.Summary.Tally;
import org.livercds.feedback.Summary.TopicSummary;
import org.livercds.hooks.OverrideReason;

/** The numbers of the summary, out of both databases as they are shipped. */
class SummaryTablesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 16);
    private static final LocalDate TO = LocalDate.of(2026, 11, 21);
    private static final String VIEW = "view";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static EmbeddedDatabase embedded;

    record Store(DataSource database, Transactions writing) {
        @Override
        public String toString() {
            return database.getClass().getSimpleName();
        }
    }

    @BeforeAll
    static void start() throws IOException, SQLException {
        embedded = EmbeddedDatabase.open(folder);
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/postgresql")
                .load()
                .migrate();
        for (Store store : stores().toList()) {
            fill(store);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        embedded.close();
        postgres.close();
    }

    static Stream<Store> stores() {
        DataSource common = postgres.getPostgresDatabase();
        return Stream.of(new Store(embedded.source(), embedded.writer()), new Store(common, Transactions.of(common)));
    }

    /** One card of each end: accepted, overridden, changed one's mind, not answered, of before, of another tenant. */
    private static void fill(Store store) throws SQLException {
        IssuedCardTable table = new IssuedCardTable(store.database(), store.writing());
        table.append(List.of(
                answered("north", TO, card(1)),
                answered("north", TO, card(2)),
                answered("north", TO, card(3)),
                answered("north", FROM, card(4)),
                answered("north", FROM.minusDays(1), card(5)),
                answered("south", TO, card(6))));
        for (int silent = 0; silent < 36; silent++) {
            table.append(List.of(answered("north", TO)));
        }
        Optional<OverrideReason> busy = Optional.of(new OverrideReason(Optional.of("site"), "busy"));
        try {
            new SqlStore(store.writing())
                    .keep(new Batch(
                            List.of(
                                    entry(1, "accepted", TO, Optional.empty(), 10, "north"),
                                    entry(2, "overridden", TO, busy, 10, "north"),
                                    entry(3, "overridden", TO, Optional.empty(), 10, "north"),
                                    entry(3, "overridden", TO, Optional.empty(), 11, "north"),
                                    entry(3, "accepted", TO, Optional.empty(), 12, "north"),
                                    entry(5, "overridden", FROM.minusDays(1), busy, 13, "north"),
                                    entry(6, "overridden", TO, busy, 10, "south")),
                            List.of(
                                    new Stray("unknown", VIEW, "accepted", 5, true, at(TO, "north")),
                                    new Stray("of before", VIEW, "accepted", 5, true, at(FROM.minusDays(1), "north"))),
                            0));
        } catch (NotKeptException failed) {
            throw new SQLException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void each_card_counts_once_by_what_was_said_last(Store store) throws SQLException {
        Summary summary = new SummaryTables(store.database()).of(FROM, TO, "north", SummingTest.WORDS);
        assertEquals(List.of(new ServiceCalls(VIEW, "2.0.0", 40)), summary.services());
        assertEquals(1, summary.topics().size());
        TopicSummary ablation = summary.topics().get(0);
        assertEquals(new Tally(40, 4, 2, 1), ablation.total());
        assertEquals(List.of(new ReasonCount("site", "busy", null, 1)), ablation.reasons());
        assertEquals(1, summary.strays());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void without_a_tenant_all_are_counted(Store store) throws SQLException {
        Summary summary = new SummaryTables(store.database()).of(FROM, TO, "", SummingTest.WORDS);
        assertEquals(new Tally(41, 5, 2, 2), summary.topics().get(0).total());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void another_time_has_other_numbers(Store store) throws SQLException {
        SummaryTables tables = new SummaryTables(store.database());
        LocalDate before = FROM.minusDays(7);
        assertEquals(
                new Tally(1, 1, 0, 1),
                tables.of(before, FROM.minusDays(1), "north", SummingTest.WORDS)
                        .topics()
                        .get(0)
                        .total());
        assertTrue(
                tables.of(before, before, "north", SummingTest.WORDS).topics().isEmpty());
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static IssuedCard card(int number) {
        return new IssuedCard(id(number).toString(), "", "p", "u", VIEW, "ablation", "2.0.0", Map.of(), Instant.EPOCH);
    }

    private static Answered answered(String tenant, LocalDate day, IssuedCard... cards) {
        List<IssuedCard> ofTenant = Stream.of(cards)
                .map(card -> new IssuedCard(
                        card.card(),
                        tenant,
                        card.patient(),
                        card.user(),
                        card.service(),
                        card.topic(),
                        card.ruleVersion(),
                        card.facts(),
                        card.issuedAt()))
                .toList();
        return new Answered(tenant, VIEW, "2.0.0", day, ofTenant);
    }

    private static Entry entry(
            int number, String outcome, LocalDate shown, Optional<OverrideReason> reason, long at, String tenant) {
        return new Entry(
                id(number),
                VIEW,
                "ablation",
                "2.0.0",
                shown,
                outcome,
                reason,
                List.of(),
                Optional.empty(),
                at,
                true,
                at(shown, tenant));
    }

    private static Origin at(LocalDate day, String tenant) {
        return new Origin(day.toEpochDay() * 86_400_000 + 1, tenant, "c");
    }
}
