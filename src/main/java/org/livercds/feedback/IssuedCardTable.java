package org.livercds.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The table {@code issued_card}, and what {@code feedback} says of it; the same SQL for both databases. */
public final class IssuedCardTable implements IssuedCardLog, CardHistory {

    private static final String COLUMNS =
            "card, tenant, patient, user_hash, service, topic, rule_version, facts, issued_at";

    private static final String APPEND = "INSERT INTO issued_card (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (card) DO NOTHING";

    /** A clock of a client that is ahead does not prolong the quiet, and late feedback does not renew it. */
    private static final String OVERRIDDEN = "SELECT " + COLUMNS + " FROM issued_card"
            + " WHERE tenant = ? AND patient = ? AND user_hash = ?"
            + " AND EXISTS (SELECT 1 FROM feedback done WHERE done.card = issued_card.card"
            + " AND done.outcome = 'overridden' AND done.outcome_at >= ? AND done.received_at >= ?"
            + " AND NOT EXISTS (SELECT 1 FROM feedback later WHERE later.card = done.card"
            + " AND later.outcome = 'accepted' AND later.outcome_at > done.outcome_at))"
            + " ORDER BY issued_at, card";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private final DataSource reading;
    private final Transactions writing;

    public IssuedCardTable(DataSource reading, Transactions writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public void append(List<IssuedCard> cards) throws SQLException {
        writing.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
                for (IssuedCard card : cards) {
                    fill(insert, card);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    @Override
    public List<IssuedCard> overridden(String tenant, String patient, String user, Instant since) throws SQLException {
        try (Connection connection = reading.getConnection();
                PreparedStatement select = connection.prepareStatement(OVERRIDDEN)) {
            select.setString(1, tenant);
            select.setString(2, patient);
            select.setString(3, user);
            select.setLong(4, since.toEpochMilli());
            select.setLong(5, since.toEpochMilli());
            try (ResultSet found = select.executeQuery()) {
                Map<String, IssuedCard> newest = new LinkedHashMap<>();
                while (found.next()) {
                    IssuedCard card = card(found);
                    newest.put(card.topic(), card);
                }
                return new ArrayList<>(newest.values());
            }
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
