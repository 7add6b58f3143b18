-- The data catalogue. A dataset is a name; its versions never change; deleting hides the name and keeps the versions' facts.
CREATE TABLE dataset (
    id         uuid PRIMARY KEY,
    tenant_id  text NOT NULL REFERENCES tenant (id),
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    deleted_at timestamptz,
    deleted_by text,
    UNIQUE (tenant_id, id),
    CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
);
CREATE UNIQUE INDEX dataset_name ON dataset (tenant_id, lower(name)) WHERE deleted_at IS NULL;
SELECT millwright_protect('dataset');
REVOKE DELETE ON dataset FROM millwright_app, millwright_broker;

CREATE TABLE dataset_version (
    id                uuid PRIMARY KEY,
    tenant_id         text NOT NULL REFERENCES tenant (id),
    dataset_id        uuid NOT NULL,
    number            integer NOT NULL CHECK (number > 0),
    row_count         bigint NOT NULL CHECK (row_count >= 0),
    columns           jsonb NOT NULL,
    filename          text NOT NULL,
    format            jsonb NOT NULL,
    given_digest      text NOT NULL CHECK (given_digest ~ '^[0-9a-f]{64}$'),
    given_size        bigint NOT NULL,
    parquet_digest    text NOT NULL CHECK (parquet_digest ~ '^[0-9a-f]{64}$'),
    parquet_size      bigint NOT NULL,
    canonical_digest  text NOT NULL CHECK (canonical_digest ~ '^[0-9a-f]{64}$'),
    canonical_size    bigint NOT NULL,
    profile           jsonb NOT NULL,
    lineage           text NOT NULL CHECK (lineage IN ('UPLOADED', 'SAMPLE', 'SCORED')),
    job_id            uuid,
    model_version_id  uuid,
    source_version_id uuid,
    created_at        timestamptz NOT NULL,
    created_by        text NOT NULL,
    UNIQUE (dataset_id, number),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, dataset_id) REFERENCES dataset (tenant_id, id),
    FOREIGN KEY (tenant_id, source_version_id) REFERENCES dataset_version (tenant_id, id),
    CHECK ((lineage = 'UPLOADED') = (job_id IS NULL)),
    CHECK ((lineage = 'SCORED') = (model_version_id IS NOT NULL)),
    CHECK ((lineage = 'SCORED') = (source_version_id IS NOT NULL))
);
-- A job makes one version, however often it says so.
CREATE UNIQUE INDEX dataset_version_of_job ON dataset_version (tenant_id, job_id) WHERE job_id IS NOT NULL;
CREATE INDEX dataset_version_by_given ON dataset_version (tenant_id, given_digest);
CREATE INDEX dataset_version_by_parquet ON dataset_version (tenant_id, parquet_digest);
CREATE INDEX dataset_version_by_canonical ON dataset_version (tenant_id, canonical_digest);
SELECT millwright_protect('dataset_version');
REVOKE UPDATE, DELETE ON dataset_version FROM millwright_app, millwright_broker;
