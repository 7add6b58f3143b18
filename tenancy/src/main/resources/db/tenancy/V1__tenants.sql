-- Roles exist before the first migration: the one that owns and migrates, and three that own nothing.
-- millwright_app     serves people and API clients of one tenant at a time
-- millwright_broker  as the app; in the tables of the queue it sees every tenant
-- millwright_operator reads across tenants, for operators' screens
GRANT USAGE ON SCHEMA public TO millwright_app, millwright_broker, millwright_operator;

-- The tenant and the user that the current transaction was opened for; '' sees nothing.
CREATE FUNCTION millwright_tenant() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('millwright.tenant', true), '');
CREATE FUNCTION millwright_user() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('millwright.user', true), '');

-- Puts a table with a column tenant_id behind the third fence. With broker_sees_all the broker sees every tenant's rows.
CREATE FUNCTION millwright_protect(protected regclass, broker_sees_all boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO millwright_app, millwright_broker', protected);
    EXECUTE format('GRANT SELECT ON %s TO millwright_operator', protected);
    EXECUTE format('CREATE POLICY app_own_tenant ON %s TO millwright_app '
        'USING (tenant_id = (SELECT millwright_tenant())) WITH CHECK (tenant_id = (SELECT millwright_tenant()))', protected);
    IF broker_sees_all THEN
        EXECUTE format('CREATE POLICY broker_all ON %s TO millwright_broker USING (true) WITH CHECK (true)', protected);
    ELSE
        EXECUTE format('CREATE POLICY broker_own_tenant ON %s TO millwright_broker '
            'USING (tenant_id = (SELECT millwright_tenant())) WITH CHECK (tenant_id = (SELECT millwright_tenant()))', protected);
    END IF;
    EXECUTE format('CREATE POLICY operator_reads ON %s FOR SELECT TO millwright_operator USING (true)', protected);
END $$;

CREATE TABLE tenant (
    id         text PRIMARY KEY CHECK (id ~ '^[a-z](-?[a-z0-9]){1,39}$' AND length(id) <= 40),
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    state      text NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    created_at timestamptz NOT NULL
);
INSERT INTO tenant VALUES ('platform', 'Platform', 'ACTIVE', now());

CREATE TABLE member (
    id         uuid PRIMARY KEY,
    tenant_id  text NOT NULL REFERENCES tenant (id),
    user_name  text NOT NULL CHECK (length(user_name) BETWEEN 1 AND 255),
    subject    text,
    name       text NOT NULL,
    email      text NOT NULL,
    roles      text[] NOT NULL CHECK (cardinality(roles) > 0
        AND roles <@ ARRAY['ADMIN', 'ENGINEER', 'APPROVER', 'AUDITOR', 'VIEWER', 'OPERATOR']
        AND ((tenant_id = 'platform') = ('OPERATOR' = ANY (roles)))),
    since      timestamptz NOT NULL,
    UNIQUE (tenant_id, user_name)
);
CREATE INDEX member_by_user ON member (user_name);
SELECT millwright_protect('member');
-- A person sees their own memberships, whichever the tenant: that is how sign-in finds them.
CREATE POLICY own_memberships ON member FOR SELECT TO millwright_app
    USING (user_name = (SELECT millwright_user()) AND user_name <> '');

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON tenant TO millwright_app;
GRANT SELECT ON tenant TO millwright_broker, millwright_operator;
CREATE POLICY app_own_tenant ON tenant TO millwright_app
    USING (id = (SELECT millwright_tenant())) WITH CHECK (id = (SELECT millwright_tenant()));
CREATE POLICY own_memberships ON tenant FOR SELECT TO millwright_app
    USING (id IN (SELECT tenant_id FROM member WHERE user_name = (SELECT millwright_user()) AND user_name <> ''));
CREATE POLICY broker_reads ON tenant FOR SELECT TO millwright_broker USING (true);
CREATE POLICY operator_reads ON tenant FOR SELECT TO millwright_operator USING (true);

-- One data key per tenant, wrapped by the installation's master key; destroying it destroys the tenant's objects.
CREATE TABLE tenant_key (
    tenant_id  text PRIMARY KEY REFERENCES tenant (id),
    wrapped    bytea NOT NULL,
    created_at timestamptz NOT NULL
);
SELECT millwright_protect('tenant_key');
REVOKE SELECT ON tenant_key FROM millwright_operator;
REVOKE UPDATE ON tenant_key FROM millwright_app, millwright_broker;
