-- The embedded store (SQLite). db/postgresql/V3__feedback.sql makes the same tables; a test compares them.
-- Times are milliseconds since 1970, UTC.

-- What clinicians did with our cards. A repeated item is the same item. The numbers of rows are never used again, so that
-- "all up to this number" stays true.
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    card TEXT NOT NULL,
    service TEXT NOT NULL,
    topic TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason_system TEXT,
    reason_code TEXT,
    accepted TEXT NOT NULL,
    comment TEXT,
    outcome_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    tenant TEXT NOT NULL,
    client TEXT NOT NULL,
    UNIQUE (card, outcome, outcome_at)
);
CREATE INDEX feedback_received_at ON feedback (received_at);

-- What was told of cards that we did not issue, or under a key that is not valid any more. Never counted.
CREATE TABLE stray_feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    card TEXT NOT NULL,
    service TEXT NOT NULL,
    outcome TEXT NOT NULL,
    outcome_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    tenant TEXT NOT NULL,
    client TEXT NOT NULL,
    UNIQUE (card, outcome, outcome_at)
);
CREATE INDEX stray_feedback_received_at ON stray_feedback (received_at);

-- Which card was shown for whom, by keyed hashes, and the facts behind it.
CREATE TABLE issued_card (
    card TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    patient TEXT NOT NULL,
    user_hash TEXT NOT NULL,
    service TEXT NOT NULL,
    topic TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    facts TEXT NOT NULL,
    issued_at BIGINT NOT NULL
);
CREATE INDEX issued_card_of ON issued_card (tenant, patient, user_hash, topic, issued_at);
CREATE INDEX issued_card_patient ON issued_card (patient);
CREATE INDEX issued_card_issued_at ON issued_card (issued_at);
