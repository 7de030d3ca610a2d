-- Times without data, found point by point, and what became of them. Locks nothing: the tables are new.
CREATE TABLE gaps (
  id              BIGINT UNSIGNED   NOT NULL AUTO_INCREMENT,
  system_id       INT UNSIGNED      NOT NULL,
  point_id        INT UNSIGNED      NOT NULL,
  from_t          INT UNSIGNED      NOT NULL COMMENT 'epoch s, exclusive',
  to_t            INT UNSIGNED      NOT NULL COMMENT 'epoch s, inclusive',
  state           VARCHAR(9)        NOT NULL DEFAULT 'open',
  reason          VARCHAR(24)       NOT NULL COMMENT 'why it is in this state',
  words           VARCHAR(255)      NULL COMMENT 'what the vendor said to the last attempt',
  attempts        SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'times that the vendor''s history was asked',
  found_at        DATETIME(3)       NOT NULL COMMENT 'UTC',
  updated_at      DATETIME(3)       NOT NULL COMMENT 'UTC',
  next_attempt_at DATETIME(3)       NULL COMMENT 'UTC; null when nothing more is done',
  PRIMARY KEY (id),
  -- finds the gaps of one point around a stretch; the same gap is found once
  CONSTRAINT uq_gaps_point UNIQUE (point_id, from_t),
  -- finds the systems whose gaps are due, oldest first
  KEY ix_gaps_due (next_attempt_at, system_id),
  -- lists the gaps of a system, newest first; finds the unsettled ones around a stretch
  KEY ix_gaps_system (system_id, to_t),
  -- finds those that nobody touched for so long that they are forgotten
  KEY ix_gaps_updated (updated_at),
  CONSTRAINT fk_gaps_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_gaps_point FOREIGN KEY (point_id) REFERENCES point_info (point_id) ON DELETE CASCADE,
  CONSTRAINT ck_gaps_order CHECK (from_t < to_t),
  CONSTRAINT ck_gaps_state CHECK (state IN ('open', 'filling', 'filled', 'estimated', 'permanent'))
) COMMENT 'stretches (from_t, to_t] of points that have, or had, no data';

CREATE TABLE gap_scans (
  point_id  INT UNSIGNED NOT NULL,
  system_id INT UNSIGNED NOT NULL,
  checked_t INT UNSIGNED NOT NULL COMMENT 'epoch s; up to here the 5-minute rows were looked through',
  PRIMARY KEY (point_id),
  -- reads and replaces the marks of one system
  KEY ix_gap_scans_system (system_id),
  CONSTRAINT fk_gap_scans_point FOREIGN KEY (point_id) REFERENCES point_info (point_id) ON DELETE CASCADE
) COMMENT 'how far the search for gaps has come, of points whose values are intervals';

CREATE TABLE pauses (
  system_id INT UNSIGNED NOT NULL,
  from_t    INT UNSIGNED NOT NULL COMMENT 'epoch s, exclusive',
  to_t      INT UNSIGNED NULL COMMENT 'epoch s, inclusive; null while it lasts',
  -- reads the pauses of one system
  PRIMARY KEY (system_id, from_t),
  CONSTRAINT fk_pauses_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'when the owner wanted no data: no gaps then';
