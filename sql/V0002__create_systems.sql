-- Monitored systems, their points, their sealed credentials and push keys, and composites. Locks nothing: the tables are new.
CREATE TABLE systems (
  id                  INT UNSIGNED NOT NULL AUTO_INCREMENT,
  owner_account_id    INT UNSIGNED NOT NULL,
  vendor_type         VARCHAR(32)  NOT NULL,
  vendor_site_id      VARCHAR(128) NOT NULL,
  status              VARCHAR(8)   NOT NULL DEFAULT 'active',
  status_reason       VARCHAR(255) NULL COMMENT 'why the status is error',
  display_name        VARCHAR(100) NOT NULL,
  alias               VARCHAR(40)  NULL COMMENT 'short name in URLs',
  is_default          BOOLEAN      NOT NULL DEFAULT FALSE,
  display_timezone    VARCHAR(64)  NOT NULL COMMENT 'IANA',
  timezone_offset_min SMALLINT     NOT NULL COMMENT 'standard offset from UTC',
  model               VARCHAR(100) NULL,
  serial              VARCHAR(100) NULL,
  ratings             VARCHAR(200) NULL,
  solar_size          VARCHAR(100) NULL,
  battery_size        VARCHAR(100) NULL,
  latitude_deg        DOUBLE       NULL,
  longitude_deg       DOUBLE       NULL,
  options             JSON         NOT NULL DEFAULT '{}' COMMENT 'switches of the vendor adapter',
  sample_cadence_s    SMALLINT UNSIGNED NOT NULL DEFAULT 60 COMMENT 'usual time between samples',
  sample_tolerance_s  SMALLINT UNSIGNED NOT NULL DEFAULT 150 COMMENT 'longest time between samples that is no gap',
  config_version      INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'rises with every change of the system or its points; nodes drop what they cached',
  created_at          DATETIME(3)  NOT NULL COMMENT 'UTC',
  updated_at          DATETIME(3)  NOT NULL COMMENT 'UTC',
  -- at most one default per owner: null is never equal to null
  default_of          INT UNSIGNED GENERATED ALWAYS AS (IF(is_default, owner_account_id, NULL)) STORED,
  PRIMARY KEY (id),
  -- also lists the systems of an owner
  CONSTRAINT uq_systems_owner_site UNIQUE (owner_account_id, vendor_type, vendor_site_id),
  -- also resolves /system/{alias}
  CONSTRAINT uq_systems_owner_alias UNIQUE (owner_account_id, alias),
  CONSTRAINT uq_systems_default UNIQUE (default_of),
  CONSTRAINT fk_systems_owner FOREIGN KEY (owner_account_id) REFERENCES accounts (id),
  CONSTRAINT ck_systems_status CHECK (status IN ('active', 'paused', 'error')),
  CONSTRAINT ck_systems_latitude CHECK (latitude_deg BETWEEN -90 AND 90),
  CONSTRAINT ck_systems_longitude CHECK (longitude_deg BETWEEN -180 AND 180)
) COMMENT 'one installation at one vendor';

CREATE TABLE point_info (
  point_id      INT UNSIGNED NOT NULL AUTO_INCREMENT,
  system_id     INT UNSIGNED NOT NULL,
  point_key     VARCHAR(64)  NOT NULL,
  metric_type   VARCHAR(16)  NOT NULL,
  number_class  VARCHAR(8)   NOT NULL,
  subsystem     VARCHAR(16)  NULL,
  type          VARCHAR(40)  NULL,
  label         VARCHAR(100) NOT NULL,
  unit          VARCHAR(16)  NOT NULL,
  vendor_field  VARCHAR(128) NULL,
  transform     JSON         NULL,
  plausible_min DOUBLE       NOT NULL COMMENT 'in unit',
  plausible_max DOUBLE       NOT NULL COMMENT 'in unit',
  display_order INT          NOT NULL DEFAULT 0,
  visible       BOOLEAN      NOT NULL DEFAULT TRUE,
  is_active     BOOLEAN      NOT NULL DEFAULT TRUE,
  created_at    DATETIME(3)  NOT NULL COMMENT 'UTC',
  updated_at    DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (point_id),
  -- also lists the points of a system
  CONSTRAINT uq_point_info_key UNIQUE (system_id, point_key),
  CONSTRAINT fk_point_info_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE,
  CONSTRAINT ck_point_info_class CHECK (number_class IN ('gauge', 'counter', 'interval'))
) COMMENT 'the metrics of a system';

CREATE TABLE secure_credentials (
  system_id             INT UNSIGNED NOT NULL,
  encrypted_credentials TEXT         NOT NULL COMMENT 'AES-256-GCM, key id inside',
  created_at            DATETIME(3)  NOT NULL COMMENT 'UTC',
  updated_at            DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (system_id),
  CONSTRAINT fk_secure_credentials_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'what vendors want to know, sealed';

CREATE TABLE push_keys (
  vendor_type    VARCHAR(32)  NOT NULL,
  vendor_site_id VARCHAR(128) NOT NULL,
  system_id      INT UNSIGNED NOT NULL,
  key_sha256     BINARY(32)   NOT NULL,
  created_at     DATETIME(3)  NOT NULL COMMENT 'UTC',
  -- finds the system that a device pushes for: site ids are unique per push vendor
  PRIMARY KEY (vendor_type, vendor_site_id),
  CONSTRAINT uq_push_keys_system UNIQUE (system_id),
  CONSTRAINT fk_push_keys_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'keys of devices that push, stored hashed';

CREATE TABLE composite_systems (
  id               INT UNSIGNED NOT NULL AUTO_INCREMENT,
  owner_account_id INT UNSIGNED NOT NULL,
  name             VARCHAR(100) NOT NULL,
  slug             VARCHAR(40)  NOT NULL,
  description      VARCHAR(500) NULL,
  is_favorite      BOOLEAN      NOT NULL DEFAULT FALSE,
  created_at       DATETIME(3)  NOT NULL COMMENT 'UTC',
  updated_at       DATETIME(3)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  CONSTRAINT uq_composite_systems_slug UNIQUE (owner_account_id, slug),
  CONSTRAINT fk_composite_systems_owner FOREIGN KEY (owner_account_id) REFERENCES accounts (id) ON DELETE CASCADE
) COMMENT 'several systems seen as one';

CREATE TABLE composite_system_members (
  composite_id  INT UNSIGNED NOT NULL,
  system_id     INT UNSIGNED NOT NULL,
  display_order INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (composite_id, system_id),
  CONSTRAINT fk_composite_members_composite FOREIGN KEY (composite_id) REFERENCES composite_systems (id) ON DELETE CASCADE,
  CONSTRAINT fk_composite_members_system FOREIGN KEY (system_id) REFERENCES systems (id) ON DELETE CASCADE
) COMMENT 'members of composites';
