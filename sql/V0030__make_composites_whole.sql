-- What composites need beyond their members: order, zone, the grid's intensity, roles of points. A member's row stays when its
-- system is deleted, so that the composite can say whom it lost. Copies two tables that hold a few rows an account, and locks them meanwhile.
ALTER TABLE composite_systems
  ADD COLUMN display_order      INT         NOT NULL DEFAULT 0 COMMENT 'smaller comes first' AFTER description,
  ADD COLUMN display_timezone   VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'IANA; divides its days',
  ADD COLUMN grid_co2_g_per_kwh DOUBLE      NULL COMMENT 'of imported energy; null for the installation''s',
  ADD CONSTRAINT ck_composite_systems_co2 CHECK (grid_co2_g_per_kwh BETWEEN 0 AND 5000);

ALTER TABLE composite_system_members DROP FOREIGN KEY fk_composite_members_composite;
ALTER TABLE composite_system_members DROP FOREIGN KEY fk_composite_members_system;
ALTER TABLE composite_system_members
  DROP PRIMARY KEY,
  ADD COLUMN id INT UNSIGNED NOT NULL AUTO_INCREMENT FIRST,
  ADD COLUMN system_name VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'as it was called when it was added',
  ADD COLUMN battery_kwh DOUBLE NULL COMMENT 'usable capacity; null for what the vendor tells',
  MODIFY COLUMN system_id INT UNSIGNED NULL COMMENT 'null: the system was deleted',
  ADD PRIMARY KEY (id),
  -- lists the members of a composite
  ADD CONSTRAINT uq_composite_members UNIQUE (composite_id, system_id),
  -- finds the composites of a system whose values changed
  ADD INDEX ix_composite_members_system (system_id),
  ADD CONSTRAINT ck_composite_members_battery CHECK (battery_kwh > 0),
  ADD CONSTRAINT fk_composite_members_composite FOREIGN KEY (composite_id) REFERENCES composite_systems (id) ON DELETE CASCADE,
  ADD CONSTRAINT fk_composite_members_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE SET NULL;

CREATE TABLE composite_bindings (
  composite_id INT UNSIGNED NOT NULL,
  point_id     INT UNSIGNED NOT NULL,
  role         VARCHAR(20)  NULL COMMENT 'null: the one that follows from subsystem and type',
  excluded     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'plays no role in this composite',
  -- reads the bindings of a composite
  PRIMARY KEY (composite_id, point_id),
  CONSTRAINT fk_composite_bindings_composite FOREIGN KEY (composite_id) REFERENCES composite_systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_composite_bindings_point FOREIGN KEY (point_id) REFERENCES point_info (point_id) ON DELETE CASCADE,
  CONSTRAINT ck_composite_bindings_role CHECK (role IN ('solar', 'sub_array', 'battery', 'battery_charge', 'battery_discharge',
    'grid', 'grid_import', 'grid_export', 'load', 'sub_circuit', 'import_price', 'export_price', 'state_of_charge'))
) COMMENT 'roles that somebody set; all other points have theirs by default';
