-- Verified addresses, sign-out everywhere, second factors, and links that are sent by mail. Adds columns to accounts and
-- api_tokens: instant, without copying the tables. Tokens that exist stay good until they expire.
ALTER TABLE accounts
  ADD COLUMN email_verified_at  DATETIME(3)  NULL COMMENT 'UTC; null until a mail to the address was answered',
  ADD COLUMN session_generation INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'rises with sign-out everywhere; what signed in under an older one is over';

-- The tokens that exist came from signing in.
ALTER TABLE api_tokens
  ADD COLUMN session_generation INT UNSIGNED NULL DEFAULT 0 COMMENT 'that of the account when it signed in; null for tokens that outlive sign-out everywhere';

CREATE TABLE second_factors (
  account_id       INT UNSIGNED NOT NULL,
  encrypted_secret VARCHAR(255) NOT NULL COMMENT 'AES-256-GCM, key id inside',
  created_at       DATETIME(3)  NOT NULL COMMENT 'UTC',
  confirmed_at     DATETIME(3)  NULL COMMENT 'UTC; null until a code proved that the device has the secret, then codes are asked for',
  last_step        BIGINT       NULL COMMENT 'time step of the newest code that was used; no code of it or before works again',
  PRIMARY KEY (account_id),
  CONSTRAINT fk_second_factors_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'devices that show codes (RFC 6238)';

CREATE TABLE recovery_codes (
  account_id  INT UNSIGNED NOT NULL,
  code_sha256 BINARY(32)   NOT NULL COMMENT 'of 80 random bits; deleted when used',
  PRIMARY KEY (account_id, code_sha256),
  CONSTRAINT fk_recovery_codes_account FOREIGN KEY (account_id) REFERENCES second_factors (account_id) ON DELETE CASCADE
) COMMENT 'what works once in place of a code';

CREATE TABLE mailed_links (
  token_sha256       BINARY(32)   NOT NULL,
  purpose            VARCHAR(16)  NOT NULL,
  account_id         INT UNSIGNED NULL COMMENT 'null for a sign-up, which has no account yet',
  session_generation INT UNSIGNED NOT NULL COMMENT 'that of the account when the link was made; a changed password voids links',
  email              VARCHAR(254) NOT NULL COMMENT 'where the link was sent',
  expires_at         DATETIME(3)  NOT NULL COMMENT 'UTC',
  -- follows a link; it is deleted when used
  PRIMARY KEY (token_sha256),
  -- DELETE … WHERE expires_at < ?
  INDEX ix_mailed_links_expiry (expires_at),
  CONSTRAINT ck_mailed_links_purpose CHECK (purpose IN ('SIGN_UP', 'VERIFY_EMAIL', 'RESET_PASSWORD')),
  CONSTRAINT fk_mailed_links_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'links in mails that were not used yet';
