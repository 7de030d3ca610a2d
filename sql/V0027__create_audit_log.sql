-- Who did what, when and from where. No foreign keys: entries outlive what they are about. Locks nothing: the table is new.
CREATE TABLE audit_log (
  id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  at               DATETIME(3)  NOT NULL COMMENT 'UTC',
  actor_kind       VARCHAR(16)  NOT NULL COMMENT 'anonymous, user, token, share, cron, service, system',
  actor_account_id INT UNSIGNED NULL COMMENT 'null also for accounts that were deleted',
  actor_email      VARCHAR(254) NULL COMMENT 'as it was then',
  actor_name       VARCHAR(100) NULL COMMENT 'of a token, link or service; for somebody who deleted the account a name that says nothing',
  address          VARCHAR(64)  NULL COMMENT 'network address',
  act              VARCHAR(40)  NOT NULL,
  subject_type     VARCHAR(16)  NOT NULL,
  subject_id       VARCHAR(64)  NULL,
  occurrences      INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'how many acts the entry stands for',
  facts_before     TEXT         NULL COMMENT 'JSON without secrets',
  facts_after      TEXT         NULL COMMENT 'JSON without secrets',
  -- also pages through all, newest first
  PRIMARY KEY (id),
  -- what an account did
  KEY ix_audit_log_actor (actor_account_id, id),
  -- what was done to something
  KEY ix_audit_log_subject (subject_type, subject_id, id),
  -- all acts of a kind
  KEY ix_audit_log_act (act, id),
  -- DELETE … WHERE at < ?, and stretches of time
  KEY ix_audit_log_at (at)
) COMMENT 'audit log: entries are added, and forgotten when old';
