-- The latest checkpoint of a job that has not ended.

CREATE TABLE job_checkpoint (
    job_id    uuid PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenant (id),
    -- The attempt that saved it; later ones are given it.
    attempt   integer NOT NULL CHECK (attempt >= 1),
    digest    text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    size      bigint NOT NULL CHECK (size >= 0),
    -- Where it is stored: no other object has the same bytes, so that it can go without asking who else needs it.
    object    text NOT NULL CHECK (object ~ '^[0-9a-f]{64}$'),
    saved_at  timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE
);

SELECT millwright_protect('job_checkpoint', broker_sees_all => true);
