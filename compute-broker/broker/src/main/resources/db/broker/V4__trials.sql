-- Trials: choices of parameters that a training proposes, each carried by attempts of its own.

CREATE TABLE job_trial (
    job_id     uuid NOT NULL,
    number     integer NOT NULL CHECK (number >= 1),
    tenant_id  text NOT NULL REFERENCES tenant (id),
    parameters jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object' AND octet_length(parameters::text) <= 16384),
    budget     double precision NOT NULL CHECK (budget > 0 AND budget <= 1),
    -- The job's attempt that asked last; a later one has to ask again.
    asked      integer NOT NULL CHECK (asked >= 1),
    state      text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'LOST')),
    losses     integer NOT NULL DEFAULT 0,
    objective  double precision,
    figures    jsonb NOT NULL DEFAULT '{}',
    seconds    double precision NOT NULL DEFAULT 0,
    reason     text NOT NULL DEFAULT '',
    asked_at   timestamptz NOT NULL DEFAULT now(),
    not_before timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz,
    PRIMARY KEY (job_id, number),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT trial_done_has_objective CHECK ((state = 'DONE') = (objective IS NOT NULL)),
    CONSTRAINT trial_lost_says_why CHECK (state <> 'LOST' OR reason <> ''),
    CONSTRAINT trial_end_has_time CHECK ((state IN ('DONE', 'LOST')) = (ended_at IS NOT NULL))
);

CREATE INDEX job_trial_waiting ON job_trial (job_id) WHERE state = 'WAITING';

SELECT millwright_protect('job_trial', broker_sees_all => true);

-- Attempts of trials are attempts of their job: same tokens, same fences, same accounts. They are numbered from 1,000,001.
ALTER TABLE job_attempt ADD COLUMN trial integer;
ALTER TABLE job_attempt ADD CONSTRAINT attempt_of_trial
    FOREIGN KEY (job_id, trial) REFERENCES job_trial (job_id, number) ON DELETE CASCADE;
ALTER TABLE job_attempt ADD CONSTRAINT attempt_number CHECK ((trial IS NULL) = (number <= 1000000));

-- A job, and each of its trials, is never carried twice at the same time, whatever brokers do.
DROP INDEX job_attempt_one_active;
CREATE UNIQUE INDEX job_attempt_one_active ON job_attempt (job_id, coalesce(trial, 0)) WHERE outcome = 'ACTIVE';
