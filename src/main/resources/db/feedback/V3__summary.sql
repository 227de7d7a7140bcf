-- What the summary counts by: days since 1970 in the zone of the service. db/postgresql/V5__summary.sql does the same.

-- How many calls of clinicians were answered, silent ones too: numbers of a day, about nobody.
CREATE TABLE answered (
    day BIGINT NOT NULL,
    tenant TEXT NOT NULL,
    service TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    answers BIGINT NOT NULL,
    PRIMARY KEY (day, tenant, service, rule_version)
);

-- The day on which the card was shown; of older rows about that.
ALTER TABLE feedback ADD COLUMN day BIGINT NOT NULL DEFAULT 0;
UPDATE feedback SET day = received_at / 86400000;
CREATE INDEX feedback_day ON feedback (day);
ALTER TABLE issued_card ADD COLUMN day BIGINT NOT NULL DEFAULT 0;
UPDATE issued_card SET day = issued_at / 86400000;
CREATE INDEX issued_card_day ON issued_card (day);
