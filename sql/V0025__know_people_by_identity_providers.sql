-- Who somebody is elsewhere: sign-in by OpenID Connect, and what webhooks tell of it. Adds a column to accounts: instant,
-- without copying the table.
ALTER TABLE accounts
  ADD COLUMN disabled_at DATETIME(3) NULL COMMENT 'UTC; nobody signs in and no token works until an administrator enables the account';

CREATE TABLE account_identities (
  identity_id  INT UNSIGNED NOT NULL AUTO_INCREMENT,
  account_id   INT UNSIGNED NOT NULL,
  -- Compared byte by byte, trailing blanks too: who differs in one letter is somebody else.
  issuer       VARCHAR(255) NOT NULL COLLATE utf8mb4_nopad_bin,
  subject      VARCHAR(255) NOT NULL COLLATE utf8mb4_nopad_bin COMMENT 'the name of the person at the issuer; never given to anybody else',
  email        VARCHAR(254) NULL COMMENT 'verified by the issuer when the identity was linked; for people to recognise it',
  created_at   DATETIME(3)  NOT NULL COMMENT 'UTC',
  last_used_at DATETIME(3)  NULL COMMENT 'UTC, of the latest sign-in',
  PRIMARY KEY (identity_id),
  -- finds the account of who signs in
  CONSTRAINT uq_account_identities_subject UNIQUE (issuer, subject),
  -- lists the identities of an account
  INDEX ix_account_identities_account (account_id),
  CONSTRAINT fk_account_identities_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'how people are known to identity providers';

CREATE TABLE clerk_users (
  issuer        VARCHAR(255) NOT NULL COLLATE utf8mb4_nopad_bin,
  user_id       VARCHAR(255) NOT NULL COLLATE utf8mb4_nopad_bin COMMENT 'the subject of their identity',
  updated_at_ms BIGINT       NOT NULL COMMENT 'the newest that is known of the user, epoch milliseconds by the clock of the sender',
  is_deleted    BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'for good: events that come late do not bring the user back',
  -- orders the events of a user, and serialises them
  PRIMARY KEY (issuer, user_id)
) COMMENT 'how far the events of each user at Clerk were followed';

CREATE TABLE webhook_messages (
  message_id  VARCHAR(255) NOT NULL COLLATE utf8mb4_nopad_bin,
  received_at DATETIME(3)  NOT NULL COMMENT 'UTC',
  -- knows a message that comes again
  PRIMARY KEY (message_id),
  -- DELETE … WHERE received_at < ?
  INDEX ix_webhook_messages_received (received_at)
) COMMENT 'messages whose effects are stored; kept for longer than senders try';
