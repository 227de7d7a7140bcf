-- Launches that are under way, and sessions, of all processes: under the hash of what the browser holds, sealed.
CREATE TABLE app_entry (
    kind text NOT NULL,
    id text NOT NULL,
    content text NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE INDEX app_entry_until ON app_entry (until);
