-- When systems are polled, and what came of every attempt. Locks nothing: the tables are new.
CREATE TABLE poll_schedule (
  system_id       INT UNSIGNED      NOT NULL,
  next_due_at     DATETIME(3)       NULL COMMENT 'UTC; null when not polled',
  lease_until     DATETIME(3)       NULL COMMENT 'UTC; a node works on it until then',
  lease_owner     VARCHAR(64)       NULL,
  failures        SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'failed attempts in a row',
  last_attempt_at DATETIME(3)       NULL COMMENT 'UTC',
  last_success_at DATETIME(3)       NULL COMMENT 'UTC',
  PRIMARY KEY (system_id),
  -- claims what is due, oldest first
  KEY ix_poll_schedule_due (next_due_at),
  CONSTRAINT fk_poll_schedule_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'the next poll of every polled system';

-- Partitioned by time, so that retention drops whole partitions; hence no foreign key.
CREATE TABLE sessions (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  system_id   INT UNSIGNED    NOT NULL,
  vendor_type VARCHAR(32)     NOT NULL,
  system_name VARCHAR(100)    NOT NULL,
  cause       VARCHAR(8)      NOT NULL COMMENT 'CRON, USER, ADMIN, PUSH, BACKFILL',
  started     INT UNSIGNED    NOT NULL COMMENT 'epoch s',
  started_ms  SMALLINT UNSIGNED NOT NULL COMMENT 'milliseconds within the second',
  duration_ms INT UNSIGNED    NULL,
  successful  BOOLEAN         NOT NULL,
  error_code  VARCHAR(24)     NULL,
  error       VARCHAR(500)    NULL,
  label       VARCHAR(64)     NULL COMMENT 'the sender''s batch label',
  response    MEDIUMTEXT      NULL COMMENT 'vendor response without secrets',
  num_rows    INT UNSIGNED    NULL COMMENT 'readings stored',
  PRIMARY KEY (id, started),
  -- lists the attempts of a system, newest first
  KEY ix_sessions_system (system_id, started),
  -- lists all attempts, newest first
  KEY ix_sessions_started (started)
) COMMENT 'every attempt to get data, successful or not'
PARTITION BY RANGE (started) (PARTITION p_future VALUES LESS THAN MAXVALUE);
