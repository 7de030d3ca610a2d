-- People and the keys that their scripts use. Locks nothing: the tables are new.
CREATE TABLE accounts (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT,
  email         VARCHAR(254) NOT NULL COMMENT 'lower case',
  display_name  VARCHAR(100) NOT NULL,
  password_hash VARCHAR(255) NULL COMMENT 'salted; null for accounts that sign in elsewhere',
  role          VARCHAR(8)   NOT NULL,
  created_at    DATETIME(3)  NOT NULL COMMENT 'UTC',
  updated_at    DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  CONSTRAINT uq_accounts_email UNIQUE (email),
  CONSTRAINT ck_accounts_role CHECK (role IN ('USER', 'ADMIN'))
) COMMENT 'people who can sign in';

CREATE TABLE api_tokens (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT,
  account_id   INT UNSIGNED NOT NULL,
  name         VARCHAR(100) NOT NULL,
  token_sha256 BINARY(32)   NOT NULL,
  created_at   DATETIME(3)  NOT NULL COMMENT 'UTC',
  expires_at   DATETIME(3)  NOT NULL COMMENT 'UTC',
  last_used_at DATETIME(3)  NULL COMMENT 'UTC, to the minute',
  PRIMARY KEY (id),
  -- finds the account of a bearer token
  CONSTRAINT uq_api_tokens_sha256 UNIQUE (token_sha256),
  CONSTRAINT fk_api_tokens_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'bearer tokens, stored hashed';
