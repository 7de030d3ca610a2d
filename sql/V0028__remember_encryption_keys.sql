-- Which encryption key is in use and which node has which, by their ids; the keys themselves are never here. Locks nothing:
-- the tables are new.
CREATE TABLE encryption_key_state (
  id              TINYINT UNSIGNED NOT NULL,
  sealing_key_id  CHAR(8) NOT NULL COMMENT 'who seals holds a shared lock on this row until the sealed text is stored',
  next_key_id     CHAR(8) NULL COMMENT 'ordered, and used as soon as all nodes have it',
  previous_key_id CHAR(8) NULL COMMENT 'used before; what is sealed with it is being sealed anew',
  PRIMARY KEY (id),
  CONSTRAINT ck_encryption_key_state_one CHECK (id = 1)
) COMMENT 'one row';

CREATE TABLE encryption_key_holders (
  member  VARCHAR(100) NOT NULL COMMENT 'differs from start to start',
  node    VARCHAR(64)  NOT NULL,
  key_ids VARCHAR(255) NOT NULL COMMENT 'separated by commas',
  seen_at DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (member)
) COMMENT 'nodes and the keys that they have';
