-- How final each value of an interval is, so that later and better data wins. Instant: no row is rewritten.
ALTER TABLE point_readings_agg_5m
  ADD COLUMN quality TINYINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT '0 computed from samples; of intervals: 2 estimated, 3 actual, 4 billable',
  ALGORITHM = INSTANT;
