-- The model registry. One model per project; what was trained never changes, the stage does.
CREATE TABLE model (
    id         uuid PRIMARY KEY,
    tenant_id  text NOT NULL REFERENCES tenant (id),
    project_id uuid NOT NULL,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    created_at timestamptz NOT NULL,
    UNIQUE (tenant_id, id),
    UNIQUE (tenant_id, project_id)
);
SELECT millwright_protect('model');
REVOKE DELETE ON model FROM millwright_app, millwright_broker;

CREATE TABLE model_version (
    id                 uuid PRIMARY KEY,
    tenant_id          text NOT NULL REFERENCES tenant (id),
    model_id           uuid NOT NULL,
    number             integer NOT NULL CHECK (number > 0),
    stage              text NOT NULL CHECK (stage IN ('DRAFT', 'PENDING_REVIEW', 'APPROVED', 'REJECTED', 'ARCHIVED')),
    job_id             uuid NOT NULL,
    dataset_version_id uuid NOT NULL,
    template_id        text NOT NULL,
    template_version   text NOT NULL,
    template_digest    text NOT NULL,
    options            jsonb NOT NULL,
    seed               bigint NOT NULL,
    metrics            jsonb NOT NULL,
    report             text NOT NULL CHECK (report IS JSON OBJECT),
    environment        jsonb NOT NULL,
    digest             text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    created_at         timestamptz NOT NULL,
    created_by         text NOT NULL,
    submitted_by       text,
    submitted_at       timestamptz,
    decided_by         text,
    decided_at         timestamptz,
    decision_reason    text,
    UNIQUE (model_id, number),
    UNIQUE (tenant_id, id),
    UNIQUE (tenant_id, job_id),
    FOREIGN KEY (tenant_id, model_id) REFERENCES model (tenant_id, id),
    FOREIGN KEY (tenant_id, dataset_version_id) REFERENCES dataset_version (tenant_id, id),
    CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (stage <> 'DRAFT' OR submitted_by IS NULL),
    CHECK (stage NOT IN ('PENDING_REVIEW', 'APPROVED', 'REJECTED') OR submitted_by IS NOT NULL),
    CHECK (stage <> 'PENDING_REVIEW' OR decided_by IS NULL),
    CHECK (stage NOT IN ('APPROVED', 'REJECTED') OR decided_by IS NOT NULL),
    CHECK (stage <> 'REJECTED' OR length(decision_reason) > 0),
    -- four eyes
    CHECK (decided_by IS NULL OR decided_by <> submitted_by)
);
CREATE INDEX model_version_by_dataset ON model_version (tenant_id, dataset_version_id);
SELECT millwright_protect('model_version');
REVOKE UPDATE, DELETE ON model_version FROM millwright_app, millwright_broker;
GRANT UPDATE (stage, submitted_by, submitted_at, decided_by, decided_at, decision_reason)
    ON model_version TO millwright_app, millwright_broker;

CREATE TABLE model_file (
    tenant_id        text NOT NULL REFERENCES tenant (id),
    model_version_id uuid NOT NULL,
    name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    digest           text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    size             bigint NOT NULL CHECK (size >= 0),
    PRIMARY KEY (model_version_id, name),
    FOREIGN KEY (tenant_id, model_version_id) REFERENCES model_version (tenant_id, id)
);
CREATE INDEX model_file_by_digest ON model_file (tenant_id, digest);
SELECT millwright_protect('model_file');
REVOKE UPDATE, DELETE ON model_file FROM millwright_app, millwright_broker;

ALTER TABLE dataset_version ADD FOREIGN KEY (tenant_id, model_version_id) REFERENCES model_version (tenant_id, id);
