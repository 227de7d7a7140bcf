-- Tokens of clients that were used, until they are over for every clock. One row for each use of all processes.
CREATE TABLE used_token (
    client text NOT NULL,
    token_id text NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (client, token_id)
);

CREATE INDEX used_token_until ON used_token (until);
