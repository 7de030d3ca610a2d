-- Calls to vendors that limit them, counted for all nodes together. Locks nothing: the tables are new.
CREATE TABLE quota_scopes (
  scope_key     BINARY(32)   NOT NULL COMMENT 'SHA-256 of vendor, scope and account; never the account itself',
  vendor_type   VARCHAR(32)  NOT NULL,
  scope         VARCHAR(11)  NOT NULL COMMENT 'who shares the limits',
  blocked_until DATETIME(3)  NULL COMMENT 'UTC; the vendor wants no calls before',
  refusals      SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'rate limits met in a row',
  used_at       DATETIME(3)  NOT NULL COMMENT 'UTC; rows nobody uses any more are forgotten',
  -- its row is locked while calls are set aside or given back
  PRIMARY KEY (scope_key),
  CONSTRAINT ck_quota_scopes_scope CHECK (scope IN ('application', 'credential', 'site'))
) COMMENT 'applications, accounts and sites whose calls are limited';

CREATE TABLE quota_members (
  system_id INT UNSIGNED NOT NULL,
  scope_key BINARY(32)   NOT NULL,
  PRIMARY KEY (system_id, scope_key),
  -- counts the systems that share a limit
  KEY ix_quota_members_scope (scope_key),
  CONSTRAINT fk_quota_members_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_quota_members_scope FOREIGN KEY (scope_key) REFERENCES quota_scopes (scope_key) ON DELETE CASCADE
) COMMENT 'which systems share which limits';

CREATE TABLE quota_slots (
  scope_key BINARY(32)   NOT NULL,
  window_s  INT UNSIGNED NOT NULL COMMENT 'which limit: its window in seconds; 0: the calendar month',
  slot      INT UNSIGNED NOT NULL COMMENT 'epoch s of the start of the slot, a sixtieth of the window or a day',
  scheduled INT          NOT NULL COMMENT 'calls of the schedule',
  extra     INT          NOT NULL COMMENT 'calls of people and of back-fill',
  polls     INT          NOT NULL COMMENT 'polls of the schedule that made calls',
  -- reads what counts of a limit
  PRIMARY KEY (scope_key, window_s, slot),
  CONSTRAINT fk_quota_slots_scope FOREIGN KEY (scope_key) REFERENCES quota_scopes (scope_key) ON DELETE CASCADE
) COMMENT 'calls made or set aside';
