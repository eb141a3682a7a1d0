-- Events and commands that have to leave. Written with the change that they tell of; deleted once the broker has them.
-- Only the oldest row of each key is ever taken, so the order of a key holds over topics, retries and replicas.
CREATE TABLE outbox (
    position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid        NOT NULL UNIQUE,
    topic        text        NOT NULL,
    key          text        NOT NULL,
    type         text        NOT NULL,
    source       text        NOT NULL,
    schema_name  text        NOT NULL,
    tenant       text        NOT NULL,
    trace_id     text,
    time         timestamptz NOT NULL,
    data         json        NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    locked_until timestamptz NOT NULL DEFAULT '-infinity',
    last_error   text
);
CREATE INDEX outbox_key ON outbox (key, position);

-- What has been taken in, so that a repeated delivery is recognised.
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_received_at ON inbox (received_at);
