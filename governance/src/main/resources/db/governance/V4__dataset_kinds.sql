-- A version may be a set of images or of weights: a table that describes them, and one object that holds them.
ALTER TABLE dataset_version
    ADD COLUMN kind text NOT NULL DEFAULT 'TABLE' CHECK (kind IN ('TABLE', 'IMAGES', 'WEIGHTS')),
    ADD COLUMN content_digest text CHECK (content_digest ~ '^[0-9a-f]{64}$'),
    ADD COLUMN content_size bigint,
    ADD CHECK ((kind = 'TABLE') = (content_digest IS NULL)),
    ADD CHECK ((content_digest IS NULL) = (content_size IS NULL));
ALTER TABLE dataset_version ALTER COLUMN kind DROP DEFAULT;
CREATE INDEX dataset_version_by_content ON dataset_version (tenant_id, content_digest) WHERE content_digest IS NOT NULL;
