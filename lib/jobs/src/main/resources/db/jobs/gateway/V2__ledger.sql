-- The API's jobs: what was asked for, and what the services' events made of it up to seq.
CREATE TABLE job (
    id                  uuid PRIMARY KEY,
    tenant              text        NOT NULL,
    kind                text        NOT NULL,
    state               text        NOT NULL
        CHECK (state IN ('WAITING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    priority            integer     NOT NULL,
    after_jobs          uuid[]      NOT NULL,
    input               json        NOT NULL,
    max_attempts        integer     NOT NULL CHECK (max_attempts > 0),
    deadline            timestamptz,
    labels              jsonb       NOT NULL,
    trace_id            text,
    round               integer     NOT NULL CHECK (round > 0),
    seq                 bigint      NOT NULL CHECK (seq >= 0),
    -- seq of the first event that the service writes in this round; null before the hand-over
    handover_seq        bigint,
    retries             integer     NOT NULL DEFAULT 0,
    cancel_requested_at timestamptz,
    progress            json        NOT NULL,
    output              json,
    error               json,
    created_at          timestamptz NOT NULL,
    started_at          timestamptz,
    finished_at         timestamptz,
    updated_at          timestamptz NOT NULL
);
CREATE INDEX job_list ON job (tenant, id DESC);
CREATE INDEX job_list_of_kind ON job (tenant, kind, id DESC);
CREATE INDEX job_waiting ON job (deadline) WHERE state = 'WAITING';

-- Which waiting job needs which other.
CREATE TABLE job_dependency (
    needs  uuid NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    job_id uuid NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    PRIMARY KEY (needs, job_id)
);
CREATE INDEX job_dependency_job ON job_dependency (job_id);

-- The history that clients follow, without gaps.
CREATE TABLE job_event (
    job_id uuid   NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    seq    bigint NOT NULL,
    tenant text   NOT NULL,
    event  json   NOT NULL,
    PRIMARY KEY (job_id, seq)
);

-- Events that came before an earlier one of their job.
CREATE TABLE held_event (
    job_id  uuid        NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    seq     bigint      NOT NULL,
    tenant  text        NOT NULL,
    event   json        NOT NULL,
    held_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (job_id, seq)
);

CREATE TABLE idempotency_key (
    tenant      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    -- null while the request is being processed
    answer      json,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
