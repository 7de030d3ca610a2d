-- A vendor's interval may be a day long, and 86,400 s do not fit two bytes. Copies the table, so readings are not written meanwhile:
-- about a minute for 100 million rows.
ALTER TABLE point_readings_agg_5m
  MODIFY covered_s MEDIUMINT UNSIGNED NOT NULL
    COMMENT 'seconds evidenced: by samples, at most 300; of intervals their length';
