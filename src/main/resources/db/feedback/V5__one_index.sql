-- One index finds the cards of a patient and those of a reader: each more costs every card that is shown.
-- db/postgresql/V7__one_index.sql does the same; a test compares them.
DROP INDEX issued_card_patient;
DROP INDEX issued_card_of;
CREATE INDEX issued_card_of ON issued_card (patient, user_hash, tenant, issued_at, card);
