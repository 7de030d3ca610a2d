-- What vendors expect of intervals to come, apart from what was measured. Locks nothing: the table is new.
CREATE TABLE forecasts (
  point_id     INT UNSIGNED       NOT NULL,
  interval_end INT UNSIGNED       NOT NULL COMMENT 'epoch s; the interval is (end - length_s, end]',
  length_s     MEDIUMINT UNSIGNED NOT NULL COMMENT '300 to 86400',
  value        DOUBLE             NOT NULL COMMENT 'in the unit of the point',
  low          DOUBLE             NULL COMMENT 'lower bound; null when the vendor gives none',
  high         DOUBLE             NULL COMMENT 'upper bound; null when the vendor gives none',
  issued_at    DATETIME(3)        NOT NULL COMMENT 'UTC; when we got it',
  -- serves the forecasts of one point from now on
  PRIMARY KEY (point_id, interval_end),
  -- deletes what has passed
  KEY ix_forecasts_end (interval_end),
  CONSTRAINT fk_forecasts_point FOREIGN KEY (point_id) REFERENCES point_info (point_id) ON DELETE CASCADE,
  CONSTRAINT ck_forecasts_grid CHECK (interval_end MOD 300 = 0)
) COMMENT 'newest forecast of every interval; never part of history';
