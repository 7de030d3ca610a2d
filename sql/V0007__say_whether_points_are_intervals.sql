-- Tells points whose values are intervals that the vendor revises from those that are sampled. Copies the table, which has a
-- row a point; readings are not written meanwhile.
ALTER TABLE point_info
  ADD COLUMN source VARCHAR(9) NOT NULL DEFAULT 'samples'
    COMMENT 'samples: raw readings exist; intervals: 5-minute rows only' AFTER number_class,
  ADD CONSTRAINT ck_point_info_source CHECK (source IN ('samples', 'intervals'));
