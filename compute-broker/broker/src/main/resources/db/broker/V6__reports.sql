-- What a template says about the rows it scored. Reports of trainings belong to the versions of their models.

CREATE TABLE job_report (
    job_id    uuid PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenant (id),
    -- Text and not jsonb, which would lose the order of what is told.
    json      text NOT NULL CHECK (octet_length(json) <= 2097152),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE
);

SELECT millwright_protect('job_report', broker_sees_all => true);
