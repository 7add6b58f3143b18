-- Who decides is shown what waits; few versions do at any time, of many that ever were.
CREATE INDEX model_version_waiting ON model_version (tenant_id, submitted_at) WHERE stage = 'PENDING_REVIEW';
