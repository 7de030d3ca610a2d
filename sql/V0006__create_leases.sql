-- Tasks that one node of the cluster does at a time. Locks nothing: the table is new.
CREATE TABLE leases (
  task        VARCHAR(64)  NOT NULL,
  lease_owner VARCHAR(128) NOT NULL COMMENT 'node and a random part, new with every claim',
  lease_until DATETIME(3)  NOT NULL COMMENT 'UTC, by the clock of the database; later than this the owner is taken for dead',
  -- claims, renews and releases one task; a row exists only while somebody has or had the task and did not give it back
  PRIMARY KEY (task)
) COMMENT 'who does what only one node may do';
