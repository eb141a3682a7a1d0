-- How far each file of a model that is being pulled has come. Written about once a second by the attempt that pulls;
-- an earlier attempt that does not know of its end writes nothing, since its number is smaller.
CREATE TABLE model_download (
    job_id      uuid PRIMARY KEY,
    attempt     integer     NOT NULL CHECK (attempt > 0),
    repository  text        NOT NULL,
    revision    text        NOT NULL,
    -- null until the hub has been asked
    commit      text,
    message     text        NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE model_download_file (
    job_id      uuid    NOT NULL REFERENCES model_download (job_id) ON DELETE CASCADE,
    path        text    NOT NULL,
    size        bigint  NOT NULL CHECK (size >= 0),
    done        bigint  NOT NULL CHECK (done >= 0 AND done <= size),
    state       text    NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'WAITING', 'DONE')),
    PRIMARY KEY (job_id, path)
);
