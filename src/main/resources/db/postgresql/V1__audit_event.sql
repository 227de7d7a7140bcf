-- Who saw what: one FHIR R4 AuditEvent in each row, never changed, deleted only when it is older than the retention.
--
-- Two walls. The trigger binds every role, the owner too (who could drop it): no UPDATE, no TRUNCATE, no DELETE of what
-- is younger than 30 days. The grants bind the role of the service, if it is not the owner: it gets INSERT of the column
-- event and the function below, so that it can neither read what it wrote nor choose the time.
CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded timestamptz NOT NULL DEFAULT clock_timestamp(),
    event jsonb NOT NULL
);

-- For reading by time, and for the retention.
CREATE INDEX audit_event_recorded ON audit_event (recorded);

CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.recorded < clock_timestamp() - interval '30 days' THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'audit events stay as they are' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();

-- What the retention deletes, the oldest first, some at a time; it runs with the rights of the owner.
CREATE FUNCTION audit_event_expire(before timestamptz, at_most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
    WITH gone AS (
        DELETE FROM audit_event
        WHERE id IN (SELECT id FROM audit_event WHERE recorded < before ORDER BY recorded LIMIT at_most)
        RETURNING 1
    )
    SELECT count(*)::integer FROM gone;
$$;
REVOKE ALL ON FUNCTION audit_event_expire(timestamptz, integer) FROM PUBLIC;
