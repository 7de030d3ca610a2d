-- Mails that wait for the mail server. Locks nothing: the table is new.
CREATE TABLE outgoing_mails (
  mail_id           CHAR(36)     NOT NULL COMMENT 'UUID',
  encrypted_message TEXT         NOT NULL COMMENT 'address, subject and text: AES-256-GCM, key id inside, because mails hold links that sign people in',
  attempts          INT UNSIGNED NOT NULL DEFAULT 0,
  next_attempt_at   DATETIME(3)  NOT NULL COMMENT 'UTC; while a node sends it, when the node is taken for dead',
  expires_at        DATETIME(3)  NOT NULL COMMENT 'UTC; when it is of no use any more',
  PRIMARY KEY (mail_id),
  -- claims what is due
  INDEX ix_outgoing_mails_due (next_attempt_at)
) COMMENT 'mails to be sent; sent ones are deleted';
