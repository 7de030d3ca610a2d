-- How pages look to somebody: language, theme and units. Who never chose anything has no row. Locks nothing: the table is new.
CREATE TABLE account_preferences (
  account_id       INT UNSIGNED NOT NULL,
  language         VARCHAR(8) NOT NULL COMMENT 'auto: the browser''s; without a check, because languages come without a migration',
  theme            VARCHAR(8) NULL COMMENT 'null: never chosen, each browser keeps its own; auto: as the device',
  power_unit       VARCHAR(8) NOT NULL COMMENT 'auto: W below 1 kW',
  temperature_unit VARCHAR(8) NOT NULL COMMENT 'in which temperatures are shown; they are stored in °C',
  week_start       VARCHAR(8) NOT NULL COMMENT 'auto: as in the country of the reader',
  PRIMARY KEY (account_id),
  CONSTRAINT ck_account_preferences_theme CHECK (theme IN ('auto', 'light', 'dark')),
  CONSTRAINT ck_account_preferences_power CHECK (power_unit IN ('auto', 'kW')),
  CONSTRAINT ck_account_preferences_temperature CHECK (temperature_unit IN ('C', 'F')),
  CONSTRAINT ck_account_preferences_week CHECK (week_start IN ('auto', 'monday', 'sunday')),
  CONSTRAINT fk_account_preferences_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'how pages look to whom; changes nothing of what is stored or of what the API answers';
