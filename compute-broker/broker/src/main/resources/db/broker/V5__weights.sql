-- Numbers that a training starts from: a version of a dataset of weights.

ALTER TABLE job ADD COLUMN weights_id uuid;
ALTER TABLE job ADD COLUMN weights_version integer;
ALTER TABLE job ADD COLUMN weights_version_id uuid;
ALTER TABLE job ADD CONSTRAINT job_weights CHECK (
    num_nulls(weights_id, weights_version, weights_version_id) IN (0, 3) AND (weights_id IS NULL OR kind = 'TRAIN'));
