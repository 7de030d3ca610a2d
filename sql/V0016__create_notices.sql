-- What an account should know although it did not ask, such as a system that is no longer collected. Locks nothing: the table is new.
CREATE TABLE notices (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  account_id INT UNSIGNED    NOT NULL,
  system_id  INT UNSIGNED    NULL,
  code       VARCHAR(32)     NOT NULL COMMENT 'what it is about; pages have words for it',
  detail     VARCHAR(255)    NULL COMMENT 'plain words without secrets',
  created_at DATETIME(3)     NOT NULL COMMENT 'UTC',
  read_at    DATETIME(3)     NULL COMMENT 'UTC; null while unread',
  PRIMARY KEY (id),
  -- lists an account's notices, unread first
  KEY ix_notices_account (account_id, read_at, created_at),
  KEY ix_notices_system (system_id),
  CONSTRAINT fk_notices_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
  CONSTRAINT fk_notices_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'notices to accounts';
