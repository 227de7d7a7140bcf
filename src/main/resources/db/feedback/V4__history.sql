-- The cards of a reader are found without their rows: only those that were overridden are read. db/postgresql/V6 is the same.
DROP INDEX issued_card_of;
CREATE INDEX issued_card_of ON issued_card (tenant, patient, user_hash, card);
