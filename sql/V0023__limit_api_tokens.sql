-- Tokens that may do less than their account. Adds columns with constant defaults: instant; the check reads a small table.
-- The tokens that exist came from signing in and may do what their account may.
ALTER TABLE api_tokens
  ADD COLUMN scope              VARCHAR(5)  NOT NULL DEFAULT 'ADMIN' COMMENT 'READ, WRITE, or ADMIN for all that the account may do',
  ADD COLUMN for_chosen_systems BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'whether it works for the systems in api_token_systems only, possibly none',
  ADD COLUMN last_used_from     VARCHAR(45) NULL COMMENT 'network address',
  ADD CONSTRAINT ck_api_tokens_scope CHECK (scope IN ('READ', 'WRITE', 'ADMIN')),
  ADD CONSTRAINT ck_api_tokens_chosen CHECK (NOT (scope = 'ADMIN' AND for_chosen_systems));

CREATE TABLE api_token_systems (
  token_id  INT UNSIGNED NOT NULL,
  system_id INT UNSIGNED NOT NULL,
  -- finds the systems of a token
  PRIMARY KEY (token_id, system_id),
  CONSTRAINT fk_api_token_systems_token FOREIGN KEY (token_id) REFERENCES api_tokens (id) ON DELETE CASCADE,
  CONSTRAINT fk_api_token_systems_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'the systems that a token is restricted to';
