-- Raw readings, 5-minute and daily aggregates, latest values. Locks nothing: the tables are new.
-- Keyed by (point_id, time) so that one point's range is one run of pages. No foreign keys: the raw table is partitioned,
-- which InnoDB does not combine with them; what a deleted system leaves behind is purged through purge_queue.
CREATE TABLE point_readings (
  point_id INT UNSIGNED NOT NULL,
  t        INT UNSIGNED NOT NULL COMMENT 'epoch s of the device',
  value    DOUBLE       NOT NULL COMMENT 'in the unit of the point',
  -- serves the range of one point, and the samples of one 5-minute interval
  PRIMARY KEY (point_id, t)
) COMMENT 'raw readings; retention drops whole partitions'
PARTITION BY RANGE (t) (PARTITION p_future VALUES LESS THAN MAXVALUE);

CREATE TABLE point_readings_agg_5m (
  point_id     INT UNSIGNED      NOT NULL,
  interval_end INT UNSIGNED      NOT NULL COMMENT 'epoch s; the interval is (end - 300, end]',
  min          DOUBLE            NULL,
  max          DOUBLE            NULL,
  avg          DOUBLE            NULL COMMENT 'weighted by time covered',
  sum          DOUBLE            NULL COMMENT 'of samples; null for counters',
  count        SMALLINT UNSIGNED NOT NULL COMMENT 'samples',
  first        DOUBLE            NULL,
  last         DOUBLE            NULL COMMENT 'of counters: the level that the next delta starts from',
  delta        DOUBLE            NULL COMMENT 'of counters: energy within the interval',
  covered_s    SMALLINT UNSIGNED NOT NULL COMMENT 'seconds of the interval evidenced by samples',
  flags        TINYINT UNSIGNED  NOT NULL COMMENT '1 estimated, 2 reset, 4 gap, 8 corrected, 16 partial',
  -- serves the range of one point
  PRIMARY KEY (point_id, interval_end),
  CONSTRAINT ck_agg_5m_grid CHECK (interval_end MOD 300 = 0)
) COMMENT '5-minute aggregates';

CREATE TABLE point_readings_agg_daily (
  point_id   INT UNSIGNED       NOT NULL,
  day        DATE               NOT NULL COMMENT 'local date of the system',
  day_start  INT UNSIGNED       NOT NULL COMMENT 'epoch s of local midnight; the day is (day_start, day_start + day_s]',
  day_s      MEDIUMINT UNSIGNED NOT NULL COMMENT 'length: 82800 to 90000',
  min        DOUBLE             NULL,
  max        DOUBLE             NULL,
  avg        DOUBLE             NULL COMMENT 'weighted by time covered',
  sum        DOUBLE             NULL,
  count      MEDIUMINT UNSIGNED NOT NULL COMMENT 'samples',
  first      DOUBLE             NULL,
  last       DOUBLE             NULL,
  delta      DOUBLE             NULL,
  covered_s  MEDIUMINT UNSIGNED NOT NULL,
  flags      TINYINT UNSIGNED   NOT NULL,
  -- serves the range of one point
  PRIMARY KEY (point_id, day)
) COMMENT 'aggregates of local days';

CREATE TABLE system_latest (
  system_id INT UNSIGNED    NOT NULL,
  version   BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'rises with every write of readings; orders writers and validates caches',
  newest_t  INT UNSIGNED    NOT NULL DEFAULT 0 COMMENT 'epoch s of the newest reading of the system, 0 for none',
  points    JSON            NOT NULL DEFAULT '{}' COMMENT '{"point_id":[t,value],...}',
  PRIMARY KEY (system_id),
  CONSTRAINT fk_system_latest_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'latest value of every point; its row lock orders the writers of a system';

CREATE TABLE day_ledger (
  system_id   INT UNSIGNED NOT NULL,
  day         DATE         NOT NULL COMMENT 'local date of the system',
  dirty       BOOLEAN      NOT NULL COMMENT 'whether 5-minute rows changed since the daily rows were made',
  computed_at DATETIME(3)  NULL COMMENT 'UTC',
  PRIMARY KEY (system_id, day),
  -- finds the days that the daily job owes
  KEY ix_day_ledger_dirty (dirty, system_id, day),
  CONSTRAINT fk_day_ledger_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'which local days have data, and which of them await their daily rows';

CREATE TABLE dirty_ranges (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  system_id INT UNSIGNED    NOT NULL,
  from_t    INT UNSIGNED    NOT NULL COMMENT 'epoch s, exclusive',
  to_t      INT UNSIGNED    NOT NULL COMMENT 'epoch s, inclusive',
  PRIMARY KEY (id),
  -- claims all ranges of one system together
  KEY ix_dirty_ranges_system (system_id),
  CONSTRAINT fk_dirty_ranges_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT ck_dirty_ranges_order CHECK (from_t < to_t)
) COMMENT 'stretches whose 5-minute rows must be recomputed from raw';

CREATE TABLE quarantined_readings (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  system_id   INT UNSIGNED    NOT NULL,
  point_key   VARCHAR(64)     NOT NULL,
  t           BIGINT          NOT NULL COMMENT 'epoch s as received',
  value_text  VARCHAR(40)     NOT NULL COMMENT 'as received; may be NaN',
  reason      VARCHAR(32)     NOT NULL,
  received_at DATETIME(3)     NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  -- lists what was refused for a system, newest first; housekeeping deletes the oldest
  KEY ix_quarantined_system (system_id, received_at),
  CONSTRAINT fk_quarantined_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'readings that no device can honestly have measured';

CREATE TABLE purge_queue (
  point_id     INT UNSIGNED NOT NULL,
  requested_at DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (point_id)
) COMMENT 'points of deleted systems whose time series are still to be deleted';

CREATE VIEW v_point_readings AS
SELECT p.system_id, r.t AS inverter_time, p.point_key, r.value
FROM point_readings r JOIN point_info p ON p.point_id = r.point_id;

CREATE VIEW v_point_readings_agg_5m AS
SELECT p.system_id, p.point_key, a.interval_end, a.min, a.max, a.avg, a.sum, a.count
FROM point_readings_agg_5m a JOIN point_info p ON p.point_id = a.point_id;

CREATE VIEW v_point_readings_agg_daily AS
SELECT p.system_id, p.point_key, a.day_start, a.min, a.max, a.avg, a.sum, a.count
FROM point_readings_agg_daily a JOIN point_info p ON p.point_id = a.point_id;
