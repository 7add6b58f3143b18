-- Inspections: a dataset version in, what the template understands of it out.

ALTER TABLE job DROP CONSTRAINT job_kind_check;
ALTER TABLE job ADD CONSTRAINT job_kind CHECK (kind IN ('TRAIN', 'SCORE', 'SAMPLE', 'INSPECT'));

ALTER TABLE job DROP CONSTRAINT job_result;
ALTER TABLE job ADD CONSTRAINT job_result CHECK (
    (state = 'SUCCEEDED' AND kind <> 'INSPECT') = (result_model_id IS NOT NULL OR result_dataset_id IS NOT NULL)
    AND (result_model_id IS NULL) = (result_model_version IS NULL)
    AND (result_dataset_id IS NULL) = (result_dataset_version IS NULL));

CREATE TABLE job_understanding (
    job_id    uuid PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenant (id),
    -- Text and not jsonb, which would lose the order of the facts.
    json      text NOT NULL CHECK (octet_length(json) <= 262144),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE
);

SELECT millwright_protect('job_understanding', broker_sees_all => true);
