-- Days of energy flow, so that a year is 365 rows to add up. Shorter times are computed from 5-minute rows when asked for. Locks
-- nothing: the tables are new. Days that exist already are put on the list of what is owed; a worker computes them.
CREATE TABLE flow_subjects (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT,
  system_id    INT UNSIGNED NULL,
  composite_id INT UNSIGNED NULL,
  PRIMARY KEY (id),
  -- finds the subject of a system or composite
  CONSTRAINT uq_flow_subjects_system UNIQUE (system_id),
  CONSTRAINT uq_flow_subjects_composite UNIQUE (composite_id),
  CONSTRAINT ck_flow_subjects_one CHECK ((system_id IS NULL) <> (composite_id IS NULL)),
  CONSTRAINT fk_flow_subjects_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_flow_subjects_composite FOREIGN KEY (composite_id) REFERENCES composite_systems (id) ON DELETE CASCADE
) COMMENT 'whose energy flow is stored';

CREATE TABLE flow_days (
  subject_id  INT UNSIGNED       NOT NULL,
  day         DATE               NOT NULL COMMENT 'local date of the subject',
  day_s       MEDIUMINT UNSIGNED NOT NULL COMMENT 'length of the day',
  covered_s   MEDIUMINT UNSIGNED NOT NULL COMMENT 'for which the matrix speaks',
  estimated_s MEDIUMINT UNSIGNED NOT NULL COMMENT 'of these rest on estimated energy',
  solar_to_load_wh          DOUBLE NOT NULL,
  solar_to_battery_wh       DOUBLE NOT NULL,
  solar_to_grid_wh          DOUBLE NOT NULL,
  solar_to_losses_wh        DOUBLE NOT NULL,
  battery_to_load_wh        DOUBLE NOT NULL,
  battery_to_battery_wh     DOUBLE NOT NULL,
  battery_to_grid_wh        DOUBLE NOT NULL,
  battery_to_losses_wh      DOUBLE NOT NULL,
  grid_to_load_wh           DOUBLE NOT NULL,
  grid_to_battery_wh        DOUBLE NOT NULL,
  grid_to_grid_wh           DOUBLE NOT NULL,
  grid_to_losses_wh         DOUBLE NOT NULL,
  unaccounted_to_load_wh    DOUBLE NOT NULL,
  unaccounted_to_battery_wh DOUBLE NOT NULL,
  unaccounted_to_grid_wh    DOUBLE NOT NULL,
  unaccounted_to_losses_wh  DOUBLE NOT NULL,
  soc_min        DOUBLE NULL COMMENT '%',
  soc_max        DOUBLE NULL COMMENT '%',
  soc_percent_s  DOUBLE NOT NULL COMMENT 'integral of % over the covered seconds',
  soc_covered_s  MEDIUMINT UNSIGNED NOT NULL,
  -- serves the range of one subject
  PRIMARY KEY (subject_id, day),
  CONSTRAINT fk_flow_days_subject FOREIGN KEY (subject_id) REFERENCES flow_subjects (id) ON DELETE CASCADE
) COMMENT 'energy flow of local days; written whole, never changed';

CREATE TABLE flow_day_amounts (
  subject_id INT UNSIGNED NOT NULL,
  day        DATE         NOT NULL COMMENT 'local date of the subject',
  part       VARCHAR(10)  NOT NULL COMMENT 'solar, discharge, import, load, charge, export; piece for an array or a circuit',
  point_id   INT UNSIGNED NOT NULL COMMENT 'of a piece; else 0',
  energy_wh  DOUBLE       NOT NULL,
  covered_s  MEDIUMINT UNSIGNED NOT NULL,
  peak_w     DOUBLE       NULL COMMENT 'highest 5-minute mean that was not estimated',
  -- serves the range of one subject
  PRIMARY KEY (subject_id, day, part, point_id),
  CONSTRAINT fk_flow_day_amounts_day FOREIGN KEY (subject_id, day) REFERENCES flow_days (subject_id, day) ON DELETE CASCADE
) COMMENT 'what each part gave or took on a day, with a coverage of its own';

CREATE TABLE flow_owed (
  subject_id INT UNSIGNED NOT NULL,
  day        DATE         NOT NULL COMMENT 'local date of the subject',
  -- a day is owed once, however often its data changed
  PRIMARY KEY (subject_id, day),
  CONSTRAINT fk_flow_owed_subject FOREIGN KEY (subject_id) REFERENCES flow_subjects (id) ON DELETE CASCADE
) COMMENT 'days whose flow is to be computed, again or for the first time';

INSERT INTO flow_subjects (system_id) SELECT id FROM systems;
INSERT INTO flow_owed (subject_id, day)
SELECT f.id, l.day FROM flow_subjects f JOIN day_ledger l ON l.system_id = f.system_id WHERE NOT l.dirty;
