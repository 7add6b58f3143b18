-- The audit log: one numbered sequence per tenant. Entries are written once and never touched again, by nobody.
CREATE TABLE audit_counter (
    tenant_id  text PRIMARY KEY REFERENCES tenant (id),
    next_index bigint NOT NULL CHECK (next_index >= 0),
    last_time  timestamptz NOT NULL
);
SELECT millwright_protect('audit_counter');
REVOKE DELETE ON audit_counter FROM millwright_app, millwright_broker;

CREATE TABLE audit_entry (
    tenant_id   text NOT NULL REFERENCES tenant (id),
    index       bigint NOT NULL CHECK (index >= 0),
    time        timestamptz NOT NULL,
    actor       text NOT NULL,
    channel     text NOT NULL CHECK (channel IN ('BROWSER', 'API', 'JOB', 'SYSTEM')),
    address     text NOT NULL,
    action      text NOT NULL CHECK (action ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
    object_type text NOT NULL,
    object_id   text NOT NULL,
    -- RFC 8785, the bytes that count; everything above repeats them for queries
    canonical   text NOT NULL,
    -- leaf of RFC 9162, so that a Merkle tree can be laid over the log without rewriting it
    leaf_hash   bytea NOT NULL CHECK (leaf_hash = sha256('\x00'::bytea || convert_to(canonical, 'UTF8'))),
    PRIMARY KEY (tenant_id, index)
);
CREATE INDEX audit_entry_by_time ON audit_entry (tenant_id, time, index);
CREATE INDEX audit_entry_by_actor ON audit_entry (tenant_id, actor, index);
CREATE INDEX audit_entry_by_action ON audit_entry (tenant_id, action text_pattern_ops, index);
CREATE INDEX audit_entry_by_object ON audit_entry (tenant_id, object_type, object_id, index);
SELECT millwright_protect('audit_entry');
REVOKE UPDATE, DELETE ON audit_entry FROM millwright_app, millwright_broker;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- The counter only moves on.
CREATE FUNCTION audit_counter_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.next_index < OLD.next_index OR NEW.last_time < OLD.last_time OR NEW.tenant_id <> OLD.tenant_id THEN
        RAISE EXCEPTION 'the counter of the audit log only moves on' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_counter_moves_on BEFORE UPDATE ON audit_counter
    FOR EACH ROW EXECUTE FUNCTION audit_counter_moves_on();
