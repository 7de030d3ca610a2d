-- What adapters note for the next poll, and why a system waits longer than its rhythm. Instant: no row is rewritten.
ALTER TABLE poll_schedule
  ADD COLUMN memory JSON NULL COMMENT 'notes of the adapter; null for most',
  ADD COLUMN waits_for VARCHAR(6) NULL COMMENT 'quota: for calls that come free; vendor: for a vendor that keeps failing',
  ALGORITHM = INSTANT;
