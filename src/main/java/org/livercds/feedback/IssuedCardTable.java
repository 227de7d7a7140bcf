package org.livercds.feedback;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;

/**
 * The tables {@code issued_card} and {@code answered}, and what {@code feedback} says of them; the same SQL for both
 * databases.
 */
public final class IssuedCardTable implements IssuedCardLog, CardHistory {

    private static final String COLUMNS =
            "card, tenant, patient, user_hash, service, topic, rule_version, facts, issued_at";

    private static final String APPEND = "INSERT INTO issued_card (" + COLUMNS
            + ", day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (card) DO NOTHING";

    private static final String COUNT =
            "INSERT INTO answered (day, tenant, service, rule_version, answers) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (day, tenant, service, rule_version)"
                    + " DO UPDATE SET answers = answered.answers + excluded.answers";

    /** A clock of a client that is ahead does not prolong the quiet, and late feedback does not renew it. */
    private static final String OVERRIDDEN = "SELECT " + COLUMNS + " FROM issued_card"
            + " WHERE tenant = ? AND patient = ? AND user_hash = ?"
            + " AND EXISTS (SELECT 1 FROM feedback done WHERE done.card = issued_card.card"
            + " AND done.outcome = 'overridden' AND done.outcome_at >= ? AND done.received_at >= ?"
            + " AND NOT EXISTS (SELECT 1 FROM feedback later WHERE later.card = done.card"
            + " AND later.outcome = 'accepted' AND later.outcome_at > done.outcome_at))";

    private static final BinaryOperator<IssuedCard> NEWER =
            BinaryOperator.maxBy(Comparator.comparing(IssuedCard::issuedAt).thenComparing(IssuedCard::card));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private final DataSource reading;
    private final Transactions writing;
    private final Overriders overriders;

    public IssuedCardTable(DataSource reading, Transactions writing) {
        this(reading, writing, Overriders.UNKNOWN);
    }

    /** @param overriders who learn of what is kept before it is */
    public IssuedCardTable(DataSource reading, Transactions writing, Overriders overriders) {
        this.reading = reading;
        this.writing = writing;
        this.overriders = overriders;
    }

    @Override
    public void append(List<Answered> answers) throws SQLException {
        writing.run(connection -> {
            insert(connection, answers);
            count(connection, answers);
            overriders.place(answers);
            return answers;
        });
    }

    private void insert(Connection connection, List<Answered> answers) throws SQLException {
        int rows = 0;
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (Answered answer : answers) {
                for (IssuedCard card : answer.cards()) {
                    fill(insert, card);
                    insert.setLong(10, answer.day().toEpochDay());
                    insert.addBatch();
                    if (++rows % writing.rowsAtOnce() == 0) {
                        insert.executeBatch();
                        Thread.yield();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** What answers are counted by. */
    private record Kind(long day, String tenant, String service, String ruleVersion) {

        /** The same everywhere, so that no two processes wait for each other. */
        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::day)
                .thenComparing(Kind::tenant)
                .thenComparing(Kind::service)
                .thenComparing(Kind::ruleVersion);

        private static Kind of(Answered answer) {
            return new Kind(answer.day().toEpochDay(), answer.tenant(), answer.service(), answer.ruleVersion());
        }
    }

    private static void count(Connection connection, List<Answered> answers) throws SQLException {
        Map<Kind, Long> counts =
                answers.stream().collect(groupingBy(Kind::of, () -> new TreeMap<>(Kind.ORDER), counting()));
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (Map.Entry<Kind, Long> counted : counts.entrySet()) {
                count.setLong(1, counted.getKey().day());
                count.setString(2, counted.getKey().tenant());
                count.setString(3, counted.getKey().service());
                count.setString(4, counted.getKey().ruleVersion());
                count.setLong(5, counted.getValue());
                count.addBatch();
            }
            count.executeBatch();
        }
    }

    @Override
    public List<IssuedCard> overridden(String tenant, List<Reader> readers, Instant since) throws SQLException {
        Map<String, IssuedCard> newest = new HashMap<>();
        try (Connection connection = reading.getConnection();
                PreparedStatement select = connection.prepareStatement(OVERRIDDEN)) {
            select.setString(1, tenant);
            select.setLong(4, since.toEpochMilli());
            select.setLong(5, since.toEpochMilli());
            for (Reader reader : readers) {
                select.setString(2, reader.patient());
                select.setString(3, reader.user());
                cards(select).forEach(card -> newest.merge(card.topic(), card, NEWER));
            }
        }
        return List.copyOf(newest.values());
    }

    private static List<IssuedCard> cards(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            List<IssuedCard> cards = new ArrayList<>();
            while (found.next()) {
                cards.add(card(found));
            }
            return cards;
        }
    }

    private static void fill(PreparedStatement insert, IssuedCard card) throws SQLException {
        insert.setString(1, card.card());
        insert.setString(2, card.tenant());
        insert.setString(3, card.patient());
        insert.setString(4, card.user());
        insert.setString(5, card.service());
        insert.setString(6, card.topic());
        insert.setString(7, card.ruleVersion());
        insert.setString(8, written(card.facts()));
        insert.setLong(9, card.issuedAt().toEpochMilli());
    }

    private static IssuedCard card(ResultSet row) throws SQLException {
        return new IssuedCard(
                row.getString("card"),
                row.getString("tenant"),
                row.getString("patient"),
                row.getString("user_hash"),
                row.getString("service"),
                row.getString("topic"),
                row.getString("rule_version"),
                read(row.getString("facts")),
                Instant.ofEpochMilli(row.getLong("issued_at")));
    }

    private static String written(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts is JSON", impossible);
        }
    }

    private static Map<String, String> read(String facts) throws SQLException {
        try {
            return JSON.readValue(facts, FACTS);
        } catch (JsonProcessingException damaged) {
            throw new SQLException("the facts behind a card are no JSON", damaged);
        }
    }
}
