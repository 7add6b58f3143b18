-- What lists of models show of a report: all of it but the charts, which may be megabytes.
ALTER TABLE model_version ADD COLUMN summary text CHECK (summary IS JSON OBJECT);

-- The owner is fenced, too.
ALTER TABLE model_version NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    version record;
BEGIN
    FOR version IN SELECT id, report FROM model_version LOOP
        BEGIN
            UPDATE model_version SET summary = (version.report::jsonb - 'charts')::text WHERE id = version.id;
        EXCEPTION WHEN data_exception THEN
            -- It holds characters that jsonb does not take: its page shows it, lists do without.
            UPDATE model_version SET summary = '{}' WHERE id = version.id;
        END;
    END LOOP;
END $$;
ALTER TABLE model_version FORCE ROW LEVEL SECURITY;

ALTER TABLE model_version ALTER COLUMN summary SET NOT NULL;
