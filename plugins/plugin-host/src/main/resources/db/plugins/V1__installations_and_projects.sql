-- What tenants have installed, and the projects that use it.

CREATE TABLE installation (
    id               uuid PRIMARY KEY,
    tenant_id        text NOT NULL REFERENCES tenant (id),
    template_id      text NOT NULL CHECK (template_id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length(template_id) <= 64),
    template_version text NOT NULL CHECK (length(template_version) BETWEEN 5 AND 64),
    digest           text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    -- What was agreed to stays on record, even when the marketplace has it no more.
    descriptor       jsonb NOT NULL,
    has_sample       boolean NOT NULL,
    consent          text[] NOT NULL,
    state            text NOT NULL,
    installed_by     text NOT NULL,
    installed_at     timestamptz NOT NULL,
    uninstalled_at   timestamptz,

    UNIQUE (tenant_id, id),
    -- The same states as io.millwright.plugins.host.Installation.State; a test compares the two.
    CONSTRAINT installation_state CHECK (state IN ('INSTALLED', 'UNINSTALLED')),
    CONSTRAINT installation_end_has_time CHECK ((state = 'UNINSTALLED') = (uninstalled_at IS NOT NULL)),
    CONSTRAINT installation_describes_itself
        CHECK (descriptor ->> 'id' = template_id AND descriptor ->> 'version' = template_version),
    -- Consent to exactly the rights that the version asks for; nothing else is ever stored.
    CONSTRAINT installation_consent CHECK (
        to_jsonb(consent) @> (descriptor -> 'rights') AND (descriptor -> 'rights') @> to_jsonb(consent))
);
CREATE UNIQUE INDEX installation_one_of_each ON installation (tenant_id, template_id) WHERE state = 'INSTALLED';
SELECT millwright_protect('installation');
REVOKE DELETE ON installation FROM millwright_app, millwright_broker;

CREATE TABLE project (
    id           uuid PRIMARY KEY,
    tenant_id    text NOT NULL REFERENCES tenant (id),
    installation uuid NOT NULL,
    template_id  text NOT NULL,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    options      jsonb NOT NULL CHECK (jsonb_typeof(options) = 'object'),
    state        text NOT NULL,
    created_by   text NOT NULL,
    created_at   timestamptz NOT NULL,
    archived_at  timestamptz,

    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, installation) REFERENCES installation (tenant_id, id),
    CONSTRAINT project_state CHECK (state IN ('ACTIVE', 'ARCHIVED')),
    CONSTRAINT project_end_has_time CHECK ((state = 'ARCHIVED') = (archived_at IS NOT NULL))
);
CREATE UNIQUE INDEX project_one_of_each_name ON project (tenant_id, lower(name)) WHERE state = 'ACTIVE';
CREATE INDEX project_of_installation ON project (tenant_id, installation) WHERE state = 'ACTIVE';
SELECT millwright_protect('project');
REVOKE DELETE ON project FROM millwright_app, millwright_broker;

-- The ends are final, and an installation that a project uses does not end: the database says so too.
CREATE FUNCTION plugins_end_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% % has ended and does not change any more', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER installation_end_is_final BEFORE UPDATE ON installation
    FOR EACH ROW WHEN (OLD.state = 'UNINSTALLED') EXECUTE FUNCTION plugins_end_is_final();
CREATE TRIGGER project_end_is_final BEFORE UPDATE ON project
    FOR EACH ROW WHEN (OLD.state = 'ARCHIVED') EXECUTE FUNCTION plugins_end_is_final();

CREATE FUNCTION plugins_in_use_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM project WHERE tenant_id = OLD.tenant_id AND installation = OLD.id AND state = 'ACTIVE') THEN
        RAISE EXCEPTION 'installation % is used by a project', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER installation_in_use_stays BEFORE UPDATE ON installation
    FOR EACH ROW WHEN (NEW.state = 'UNINSTALLED') EXECUTE FUNCTION plugins_in_use_stays();
