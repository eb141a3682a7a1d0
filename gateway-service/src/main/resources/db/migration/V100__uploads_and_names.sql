-- What clients sent. Rows are written once; the bytes are artifacts.
CREATE TABLE upload (
    id              uuid PRIMARY KEY,
    tenant          text        NOT NULL,
    name            text        NOT NULL,
    folder          boolean     NOT NULL,
    sha256          text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size            bigint      NOT NULL CHECK (size >= 0),
    media_type      text        NOT NULL,
    received_sha256 text        NOT NULL CHECK (received_sha256 ~ '^[0-9a-f]{64}$'),
    files           integer     NOT NULL CHECK (files > 0),
    unpacked_bytes  bigint      NOT NULL CHECK (unpacked_bytes >= 0),
    ignored         integer     NOT NULL CHECK (ignored >= 0),
    created_at      timestamptz NOT NULL
);
CREATE INDEX upload_list ON upload (tenant, id DESC);
CREATE INDEX upload_content ON upload (tenant, sha256);

-- Names of datasets and models, and the jobs that make what they stand for. No foreign key to the job: the name is
-- registered first.
CREATE TABLE registration (
    job_id      uuid PRIMARY KEY,
    tenant      text        NOT NULL,
    type        text        NOT NULL CHECK (type IN ('DATASET', 'MODEL')),
    name        text        NOT NULL,
    current     boolean     NOT NULL,
    request_key text,
    created_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX registration_name ON registration (tenant, type, name) WHERE current;
CREATE UNIQUE INDEX registration_request ON registration (tenant, type, name, request_key);
CREATE INDEX registration_list ON registration (tenant, type, job_id DESC) WHERE current;
