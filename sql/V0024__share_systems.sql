-- Who may see systems and composites of others: accounts, invitations that wait, links. Locks nothing: the table is new.
CREATE TABLE access_grants (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(10)  NOT NULL,
  system_id    INT UNSIGNED NULL,
  composite_id INT UNSIGNED NULL,
  account_id   INT UNSIGNED NULL COMMENT 'the viewer',
  email        VARCHAR(254) NULL COMMENT 'where the invitation was sent',
  label        VARCHAR(100) NULL COMMENT 'what its maker calls a link',
  token_sha256 BINARY(32)   NULL COMMENT 'of an invitation or link',
  created_by   INT UNSIGNED NULL,
  created_at   DATETIME(3)  NOT NULL COMMENT 'UTC',
  expires_at   DATETIME(3)  NULL COMMENT 'UTC; of an invitation or link',
  last_used_at DATETIME(3)  NULL COMMENT 'UTC, to the minute',
  PRIMARY KEY (id),
  -- asked with each request of a viewer; lists what is shared with an account
  CONSTRAINT uq_access_grants_system UNIQUE (account_id, system_id),
  CONSTRAINT uq_access_grants_composite UNIQUE (account_id, composite_id),
  -- follows an invitation, and finds a link with each request that it lets in
  CONSTRAINT uq_access_grants_sha256 UNIQUE (token_sha256),
  -- lists what a system is shared with
  INDEX ix_access_grants_system (system_id),
  INDEX ix_access_grants_composite (composite_id),
  -- DELETE … WHERE expires_at < ?
  INDEX ix_access_grants_expiry (expires_at),
  CONSTRAINT ck_access_grants_subject CHECK ((system_id IS NULL) <> (composite_id IS NULL)),
  CONSTRAINT ck_access_grants_kind CHECK (
    (kind = 'VIEWER' AND account_id IS NOT NULL AND token_sha256 IS NULL AND expires_at IS NULL)
    OR (kind = 'INVITATION' AND account_id IS NULL AND email IS NOT NULL AND token_sha256 IS NOT NULL AND expires_at IS NOT NULL)
    OR (kind = 'LINK' AND account_id IS NULL AND label IS NOT NULL AND token_sha256 IS NOT NULL AND expires_at IS NOT NULL)),
  CONSTRAINT fk_access_grants_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_access_grants_composite FOREIGN KEY (composite_id) REFERENCES composite_systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_access_grants_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
  CONSTRAINT fk_access_grants_maker FOREIGN KEY (created_by) REFERENCES accounts (id) ON DELETE SET NULL
) COMMENT 'read-only access to what others own';
