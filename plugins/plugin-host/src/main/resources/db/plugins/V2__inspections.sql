-- Whether the installed version looks at data before it trains; what was installed before could not.

ALTER TABLE installation ADD COLUMN inspects boolean NOT NULL DEFAULT false;
ALTER TABLE installation ALTER COLUMN inspects DROP DEFAULT;
