-- Orders to fetch a longer past of a system, and how far each has come. The job repository knows executions; what is wanted of them,
-- and when a waiting one goes on, stands here. Locks nothing: the table is new.
CREATE TABLE backfills (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT,
  system_id     INT UNSIGNED NOT NULL,
  from_day      DATE         NOT NULL COMMENT 'first local date',
  to_day        DATE         NOT NULL COMMENT 'last local date',
  state         VARCHAR(8)   NOT NULL DEFAULT 'running',
  days_done     INT UNSIGNED NOT NULL DEFAULT 0,
  rows_stored   INT UNSIGNED NOT NULL DEFAULT 0,
  failures      SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'in a row',
  words         VARCHAR(255) NULL COMMENT 'why it waits or failed',
  execution_id  BIGINT       NULL COMMENT 'newest execution in the job repository',
  next_start_at DATETIME(3)  NULL COMMENT 'UTC; when a waiting one goes on',
  requested_at  DATETIME(3)  NOT NULL COMMENT 'UTC',
  ended_at      DATETIME(3)  NULL COMMENT 'UTC',
  -- one at a time for each system: null is never equal to null
  active_of     INT UNSIGNED GENERATED ALWAYS AS (IF(state IN ('running', 'waiting'), system_id, NULL)) STORED,
  PRIMARY KEY (id),
  -- also finds those to watch
  CONSTRAINT uq_backfills_active UNIQUE (active_of),
  -- finds the newest of a system
  KEY ix_backfills_system (system_id, id),
  CONSTRAINT fk_backfills_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT ck_backfills_order CHECK (from_day <= to_day),
  CONSTRAINT ck_backfills_state CHECK (state IN ('running', 'waiting', 'done', 'stopped', 'failed'))
) COMMENT 'orders to fetch the past';
