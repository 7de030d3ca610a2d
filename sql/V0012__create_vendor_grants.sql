-- Access that owners grant at vendors with OAuth, and the authorizations that are under way. Adds a column to systems:
-- instant, without copying the table; the new foreign key checks rows that are all null.
CREATE TABLE vendor_grants (
  id               INT UNSIGNED NOT NULL AUTO_INCREMENT,
  owner_account_id INT UNSIGNED NOT NULL,
  vendor_type      VARCHAR(32)  NOT NULL,
  vendor_account   VARCHAR(128) NOT NULL COMMENT 'the vendor''s id of the account that let us in',
  encrypted_tokens TEXT         NOT NULL COMMENT 'AES-256-GCM, key id inside',
  version          INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'rises with each change of the tokens, so that of two writers one notices',
  created_at       DATETIME(3)  NOT NULL COMMENT 'UTC',
  updated_at       DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  -- connecting an account again finds its grant
  CONSTRAINT uq_vendor_grants_account UNIQUE (owner_account_id, vendor_type, vendor_account),
  CONSTRAINT fk_vendor_grants_owner FOREIGN KEY (owner_account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'one account at a vendor, shared by the systems that were added from it';

-- also lists the systems of a grant
ALTER TABLE systems
  ADD COLUMN grant_id INT UNSIGNED NULL COMMENT 'where its credentials are, when they come from OAuth',
  ADD CONSTRAINT fk_systems_grant FOREIGN KEY (grant_id) REFERENCES vendor_grants (id);

CREATE TABLE oauth_states (
  state_sha256   BINARY(32)   NOT NULL,
  vendor_type    VARCHAR(32)  NOT NULL,
  account_id     INT UNSIGNED NOT NULL COMMENT 'who began',
  browser_sha256 BINARY(32)   NOT NULL COMMENT 'hash of the cookie of the browser that began',
  expires_at     DATETIME(3)  NOT NULL COMMENT 'UTC',
  used_at        DATETIME(3)  NULL COMMENT 'UTC; kept until it expires, to tell a second use from a forgery',
  PRIMARY KEY (state_sha256),
  -- DELETE … WHERE expires_at < ?
  INDEX ix_oauth_states_expiry (expires_at),
  CONSTRAINT fk_oauth_states_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'authorizations under way';
