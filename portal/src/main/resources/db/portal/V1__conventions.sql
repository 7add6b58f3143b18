-- Sessions of bearer tokens that were recorded as a sign-in; by digest, for all portals of the installation.
CREATE TABLE portal_token_session (
    tenant_id text NOT NULL REFERENCES tenant (id),
    session   text NOT NULL CHECK (session ~ '^[0-9a-f]{64}$'),
    seen_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, session)
);
CREATE INDEX portal_token_session_by_age ON portal_token_session (seen_at);
SELECT millwright_protect('portal_token_session');

-- Answers to requests that carried an Idempotency-Key; response_status is null while the first of them is worked on.
CREATE TABLE portal_idempotency (
    tenant_id         text NOT NULL REFERENCES tenant (id),
    key               text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    user_name         text NOT NULL,
    request           text NOT NULL CHECK (length(request) BETWEEN 0 AND 64),
    response_status   integer CHECK (response_status BETWEEN 200 AND 299),
    response_location text,
    response_body     text,
    created_at        timestamptz NOT NULL,
    CHECK ((response_status IS NULL) = (response_body IS NULL)),
    PRIMARY KEY (tenant_id, key)
);
CREATE INDEX portal_idempotency_by_age ON portal_idempotency (tenant_id, created_at);
SELECT millwright_protect('portal_idempotency');
