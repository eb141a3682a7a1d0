-- Jobs as the service that runs them holds them.
CREATE TABLE work (
    id                  uuid PRIMARY KEY,
    tenant              text        NOT NULL,
    kind                text        NOT NULL,
    priority            integer     NOT NULL,
    state               text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    round               integer     NOT NULL CHECK (round > 0),
    -- of the last event
    seq                 bigint      NOT NULL CHECK (seq >= 0),
    max_attempts        integer     NOT NULL CHECK (max_attempts > 0),
    deadline            timestamptz,
    trace_id            text,
    input               json        NOT NULL,
    -- null unless cancellation was asked for
    cancel_reason       text,
    progress            json        NOT NULL,
    progress_pending    boolean     NOT NULL DEFAULT false,
    progress_sent_at    timestamptz NOT NULL DEFAULT '-infinity',
    created_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at         timestamptz
);
CREATE INDEX work_deadline ON work (deadline) WHERE state IN ('QUEUED', 'RUNNING');

-- What is claimed: the planning of a job, each planned part, the finish.
-- Rows that are READY may be taken by anyone; a row that is RUNNING belongs to its attempt until lease_until.
-- READY rows exist only while their job is active and not being cancelled.
CREATE TABLE unit (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id      uuid        NOT NULL REFERENCES work (id) ON DELETE CASCADE,
    tenant      text        NOT NULL,
    kind        text        NOT NULL,
    priority    integer     NOT NULL,
    stage       text        NOT NULL CHECK (stage IN ('PLAN', 'WORK', 'FINISH')),
    index       integer     NOT NULL,
    state       text        NOT NULL CHECK (state IN ('READY', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    -- claims so far: the fencing token
    attempt     integer     NOT NULL DEFAULT 0,
    -- attempts of this round that failed
    failures    integer     NOT NULL DEFAULT 0,
    owner       text,
    lease_until timestamptz,
    not_before  timestamptz NOT NULL DEFAULT '-infinity',
    input       json        NOT NULL,
    result      json,
    checkpoint  json,
    done        bigint      NOT NULL DEFAULT 0,
    total       bigint      NOT NULL DEFAULT 1,
    UNIQUE (job_id, stage, index),
    CHECK (state <> 'RUNNING' OR lease_until IS NOT NULL)
);
CREATE INDEX unit_ready ON unit (priority DESC, job_id, id) WHERE state = 'READY';
CREATE INDEX unit_running ON unit (lease_until) WHERE state = 'RUNNING';
CREATE INDEX unit_unfinished ON unit (job_id, stage, state) WHERE state <> 'SUCCEEDED';
