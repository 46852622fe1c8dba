-- Versions of the tariff: appended, never changed. The first one comes with the program.
CREATE TABLE tariff_version (
  -- the moment it was saved
  id CHARACTER VARYING(40) PRIMARY KEY,
  valid_from TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  saved_by CHARACTER VARYING NOT NULL,
  saved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT tariff_not_backdated CHECK (valid_from >= saved_at)
);

CREATE TABLE tariff (
  version CHARACTER VARYING(40) NOT NULL REFERENCES tariff_version,
  kind CHARACTER VARYING(16) NOT NULL,
  free_minutes INTEGER NOT NULL CHECK (free_minutes >= 0),
  first_minutes INTEGER NOT NULL CHECK (first_minutes > 0),
  first_dong BIGINT NOT NULL CHECK (first_dong >= 0),
  further_minutes INTEGER NOT NULL CHECK (further_minutes > 0),
  further_dong BIGINT NOT NULL CHECK (further_dong >= 0),
  -- 0 for none
  day_cap_dong BIGINT NOT NULL CHECK (day_cap_dong >= 0),
  -- local times; all three or none
  night_from TIME,
  night_to TIME,
  night_dong BIGINT CHECK (night_dong >= 0),
  monthly_dong BIGINT NOT NULL CHECK (monthly_dong >= 0),
  lost_ticket_dong BIGINT NOT NULL CHECK (lost_ticket_dong >= 0),
  grace_minutes INTEGER NOT NULL CHECK (grace_minutes >= 0),
  PRIMARY KEY (version, kind),
  CONSTRAINT tariff_night_whole CHECK (
    (night_from IS NULL) = (night_to IS NULL) AND (night_from IS NULL) = (night_dong IS NULL))
);
