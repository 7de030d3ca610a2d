-- Points that are found while polling, and transforms that users set. Instant: no row is rewritten.
ALTER TABLE point_info
  ADD COLUMN vendor_label VARCHAR(100) NULL
    COMMENT 'the label that the vendor gave last; another one in label is the owner''s' AFTER label,
  ADD COLUMN user_transform JSON NULL
    COMMENT 'applied after the adapter''s own transform, which is only described by transform' AFTER transform,
  ADD COLUMN vanished_at DATETIME(3) NULL
    COMMENT 'UTC; since when the vendor has not had it, while that is why it is inactive' AFTER is_active,
  ALGORITHM = INSTANT;
