-- What was deleted for good, by ids alone, so that a restored backup does not bring it back; and deleted systems whose log of
-- attempts is still to be deleted. Locks nothing: the tables are new.
CREATE TABLE erasures (
  subject_type VARCHAR(8)   NOT NULL,
  subject_id   INT UNSIGNED NOT NULL,
  created_ms   BIGINT       NOT NULL COMMENT 'epoch ms; tells it from something else with the same id after a restore',
  erased_at    DATETIME(3)  NOT NULL COMMENT 'UTC',
  pseudonym    VARCHAR(32)  NOT NULL COMMENT 'what stands for it in the audit log',
  PRIMARY KEY (subject_type, subject_id, created_ms),
  CONSTRAINT ck_erasures_type CHECK (subject_type IN ('account', 'system'))
) COMMENT 'deleted accounts and their systems; no personal data';

CREATE TABLE session_purge_queue (
  system_id    INT UNSIGNED NOT NULL,
  requested_at DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (system_id)
) COMMENT 'deleted systems whose log of attempts is still to be deleted';
