-- db/postgresql/V4__feedback_without_time.sql does the same; a test compares them.

-- An item of which the client did not say when it was: its time is that of receipt, and cannot tell whether it is sent
-- again. It is the same item when it says the same of the same card; words beside it do not count.
ALTER TABLE feedback ADD COLUMN timed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE stray_feedback ADD COLUMN timed INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX feedback_untimed
    ON feedback (card, outcome, coalesce(reason_system, ''), coalesce(reason_code, ''), accepted)
    WHERE timed = 0;
CREATE UNIQUE INDEX stray_feedback_untimed ON stray_feedback (card, outcome) WHERE timed = 0;
