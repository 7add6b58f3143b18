-- Jobs, their attempts, events and outputs; what brokers report of the cluster.

CREATE TABLE job (
    id               uuid PRIMARY KEY,
    tenant_id        text NOT NULL REFERENCES tenant (id),
    project_id       uuid NOT NULL,
    project_name     text NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('TRAIN', 'SCORE', 'SAMPLE')),
    template_id      text NOT NULL,
    template_version text NOT NULL,
    template_digest  text NOT NULL CHECK (template_digest ~ '^[0-9a-f]{64}$'),
    engines          jsonb NOT NULL DEFAULT '[]',
    dataset_id       uuid,
    dataset_version  integer,
    dataset_version_id uuid,
    model_id         uuid,
    model_version    integer,
    model_version_id uuid,
    options          jsonb NOT NULL DEFAULT '{}',
    seed             bigint NOT NULL,
    cpus             integer NOT NULL CHECK (cpus BETWEEN 1 AND 1024),
    gpus             integer NOT NULL CHECK (gpus BETWEEN 0 AND 64),
    memory_bytes     bigint NOT NULL CHECK (memory_bytes > 0),
    limit_seconds    integer NOT NULL CHECK (limit_seconds BETWEEN 1 AND 604800),
    priority         smallint NOT NULL CHECK (priority BETWEEN 0 AND 2),
    idempotency_key  text CHECK (length(idempotency_key) BETWEEN 1 AND 200),
    request_digest   bytea NOT NULL CHECK (octet_length(request_digest) = 32),

    state            text NOT NULL DEFAULT 'QUEUED',
    -- Kept by the trigger below, so that the CHECK sees a transition and not only a state.
    previous_state   text NOT NULL DEFAULT 'QUEUED',
    attempt          integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    failures         integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    reason           text NOT NULL DEFAULT '',
    remedy           text NOT NULL DEFAULT '',
    progress         double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    activity         text NOT NULL DEFAULT '',
    last_event       bigint NOT NULL DEFAULT 0,
    queue_place      integer NOT NULL DEFAULT 0,
    queue_size       integer NOT NULL DEFAULT 0,
    wait_reason      text NOT NULL DEFAULT '',
    wait_remedy      text NOT NULL DEFAULT '',
    not_before       timestamptz NOT NULL DEFAULT now(),

    submitted_by     text NOT NULL,
    submitted_at     timestamptz NOT NULL DEFAULT now(),
    queued_at        timestamptz NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    cancel_requested_at timestamptz,
    cancelled_by     text,
    cancel_reason    text,

    result_model_id        uuid,
    result_model_version   integer,
    result_dataset_id      uuid,
    result_dataset_version integer,

    UNIQUE (tenant_id, idempotency_key),
    UNIQUE (tenant_id, id),
    CONSTRAINT job_state CHECK (state IN
        ('QUEUED', 'ADMITTED', 'STARTING', 'RUNNING', 'PREEMPTED', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    -- The same table as io.millwright.broker.JobState; a test compares the two.
    CONSTRAINT job_transition CHECK (state = previous_state OR (previous_state, state) IN (
        ('QUEUED', 'ADMITTED'), ('QUEUED', 'FAILED'), ('QUEUED', 'CANCELLED'),
        ('ADMITTED', 'STARTING'), ('ADMITTED', 'QUEUED'), ('ADMITTED', 'FAILED'), ('ADMITTED', 'CANCELLED'),
        ('STARTING', 'RUNNING'), ('STARTING', 'QUEUED'), ('STARTING', 'PREEMPTED'), ('STARTING', 'FAILED'),
        ('STARTING', 'CANCELLED'),
        ('RUNNING', 'SUCCEEDED'), ('RUNNING', 'QUEUED'), ('RUNNING', 'PREEMPTED'), ('RUNNING', 'FAILED'),
        ('RUNNING', 'CANCELLED'),
        ('PREEMPTED', 'QUEUED'), ('PREEMPTED', 'FAILED'), ('PREEMPTED', 'CANCELLED'))),
    CONSTRAINT job_final_has_time CHECK ((state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
    CONSTRAINT job_active_has_attempt CHECK (state NOT IN ('ADMITTED', 'STARTING', 'RUNNING') OR attempt > 0),
    CONSTRAINT job_running_has_time CHECK (state <> 'RUNNING' OR started_at IS NOT NULL),
    CONSTRAINT job_failed_says_why CHECK (state <> 'FAILED' OR reason <> ''),
    CONSTRAINT job_inputs CHECK (
        num_nulls(dataset_id, dataset_version, dataset_version_id) IN (0, 3)
        AND num_nulls(model_id, model_version, model_version_id) IN (0, 3)
        AND (dataset_id IS NULL) = (kind = 'SAMPLE')
        AND (model_id IS NOT NULL) = (kind = 'SCORE')),
    CONSTRAINT job_result CHECK (
        (state = 'SUCCEEDED') = (result_model_id IS NOT NULL OR result_dataset_id IS NOT NULL)
        AND (result_model_id IS NULL) = (result_model_version IS NULL)
        AND (result_dataset_id IS NULL) = (result_dataset_version IS NULL))
);

CREATE INDEX job_of_tenant ON job (tenant_id, id DESC);
CREATE INDEX job_of_project ON job (tenant_id, project_id, id DESC);
CREATE INDEX job_queue ON job (priority DESC, queued_at, id) WHERE state = 'QUEUED';
CREATE INDEX job_active ON job (tenant_id) WHERE state IN ('ADMITTED', 'STARTING', 'RUNNING');
CREATE INDEX job_past ON job (template_id, kind, finished_at DESC) WHERE state = 'SUCCEEDED';

CREATE FUNCTION job_remember_previous_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'QUEUED' THEN
            RAISE check_violation USING MESSAGE = 'a job begins in QUEUED, not in ' || NEW.state;
        END IF;
        NEW.previous_state := NEW.state;
    ELSE
        NEW.previous_state := OLD.state;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER job_remember_previous_state BEFORE INSERT OR UPDATE ON job
    FOR EACH ROW EXECUTE FUNCTION job_remember_previous_state();

SELECT millwright_protect('job', broker_sees_all => true);

CREATE TABLE job_attempt (
    job_id            uuid NOT NULL,
    number            integer NOT NULL CHECK (number >= 1),
    tenant_id         text NOT NULL REFERENCES tenant (id),
    token_digest      bytea NOT NULL UNIQUE CHECK (octet_length(token_digest) = 32),
    outcome           text NOT NULL DEFAULT 'ACTIVE'
        CHECK (outcome IN ('ACTIVE', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'LOST', 'PREEMPTED')),
    backend           text NOT NULL,
    node              text NOT NULL DEFAULT '',
    cpus              integer NOT NULL,
    gpus              integer NOT NULL,
    memory_bytes      bigint NOT NULL,
    code              text NOT NULL DEFAULT '',
    reason            text NOT NULL DEFAULT '',
    sandbox           text NOT NULL DEFAULT '',
    peak_memory_bytes bigint NOT NULL DEFAULT 0,
    last_seq          bigint NOT NULL DEFAULT 0,
    result_digest     bytea,
    replays           integer NOT NULL DEFAULT 0,
    admitted_at       timestamptz NOT NULL DEFAULT now(),
    placed_at         timestamptz,
    started_at        timestamptz,
    seen_at           timestamptz,
    ended_at          timestamptz,
    PRIMARY KEY (job_id, number),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT attempt_end CHECK ((outcome = 'ACTIVE') = (ended_at IS NULL)),
    CONSTRAINT attempt_says_why CHECK (outcome NOT IN ('FAILED', 'LOST', 'PREEMPTED') OR reason <> '')
);

-- A job is never carried twice at the same time, whatever brokers do.
CREATE UNIQUE INDEX job_attempt_one_active ON job_attempt (job_id) WHERE outcome = 'ACTIVE';

SELECT millwright_protect('job_attempt', broker_sees_all => true);

CREATE TABLE job_event (
    job_id    uuid NOT NULL,
    seq       bigint NOT NULL CHECK (seq >= 1),
    tenant_id text NOT NULL REFERENCES tenant (id),
    attempt   integer NOT NULL,
    at        timestamptz NOT NULL,
    type      text NOT NULL CHECK (type IN ('STATE', 'PHASE', 'LOG', 'PROGRESS', 'METRIC')),
    text      text NOT NULL DEFAULT '' CHECK (length(text) <= 8192),
    name      text,
    step      bigint,
    value     double precision,
    PRIMARY KEY (job_id, seq),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT event_metric CHECK (type <> 'METRIC' OR (name IS NOT NULL AND step IS NOT NULL AND value IS NOT NULL)),
    CONSTRAINT event_state CHECK (type <> 'STATE' OR name IS NOT NULL),
    CONSTRAINT event_progress CHECK (type <> 'PROGRESS' OR value BETWEEN 0 AND 1)
);

SELECT millwright_protect('job_event', broker_sees_all => true);

CREATE TABLE job_output (
    job_id    uuid NOT NULL,
    attempt   integer NOT NULL,
    path      text NOT NULL CHECK (length(path) BETWEEN 1 AND 200),
    tenant_id text NOT NULL REFERENCES tenant (id),
    digest    text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    size      bigint NOT NULL CHECK (size >= 0),
    PRIMARY KEY (job_id, attempt, path),
    FOREIGN KEY (job_id, attempt) REFERENCES job_attempt (job_id, number) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE
);

SELECT millwright_protect('job_output', broker_sees_all => true);

-- What the cluster looks like, as the brokers last saw it. Belongs to no tenant.
CREATE TABLE cluster_report (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    backend     text NOT NULL,
    available   boolean NOT NULL,
    trouble     text NOT NULL DEFAULT '',
    reported_at timestamptz NOT NULL
);

CREATE TABLE cluster_node (
    id                text PRIMARY KEY,
    alive             boolean NOT NULL,
    cpus              double precision NOT NULL,
    free_cpus         double precision NOT NULL,
    gpus              double precision NOT NULL,
    free_gpus         double precision NOT NULL,
    memory_bytes      bigint NOT NULL,
    free_memory_bytes bigint NOT NULL
);

GRANT SELECT ON cluster_report, cluster_node TO millwright_app, millwright_operator;
GRANT SELECT, INSERT, UPDATE, DELETE ON cluster_report, cluster_node TO millwright_broker;
