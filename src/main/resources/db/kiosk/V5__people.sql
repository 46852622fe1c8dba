-- Who works at the gate. Nobody is ever removed: passages and shifts name them.
CREATE TABLE person (
  id UUID PRIMARY KEY,
  name CHARACTER VARYING NOT NULL,
  role CHARACTER VARYING(16) NOT NULL CHECK (role IN ('GUARD', 'SUPERVISOR', 'TECHNICIAN')),
  active BOOLEAN NOT NULL,
  -- scheme, cost, salt and hash
  pin CHARACTER VARYING NOT NULL,
  wrong_pins INTEGER DEFAULT 0 NOT NULL,
  wrong_pin_at TIMESTAMP(6) WITH TIME ZONE,
  active_name CHARACTER VARYING GENERATED ALWAYS AS (CASE WHEN active THEN LOWER(name) END),
  CONSTRAINT person_name_once UNIQUE (active_name)
);

-- What must stay known. Rows are only ever added; each is sealed together with the one before.
CREATE TABLE audit (
  no BIGINT PRIMARY KEY,
  happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  who CHARACTER VARYING NOT NULL,
  role CHARACTER VARYING(16) NOT NULL,
  kind CHARACTER VARYING(32) NOT NULL,
  approved_by CHARACTER VARYING NOT NULL,
  plate CHARACTER VARYING NOT NULL,
  passage UUID,
  stay UUID,
  amount_dong BIGINT,
  details CHARACTER VARYING NOT NULL,
  seal BINARY(32) NOT NULL
);

CREATE INDEX audit_by_kind ON audit (kind, no);
CREATE INDEX audit_by_who ON audit (who, no);
CREATE INDEX audit_by_passage ON audit (passage);

-- From sign-in to sign-out. Passages and audit rows belong to it by their numbers, not by the
-- clock, which may be set meanwhile; what it adds up to is fixed at its end.
CREATE TABLE shift (
  id UUID PRIMARY KEY,
  person UUID NOT NULL REFERENCES person (id),
  guard CHARACTER VARYING NOT NULL,
  role CHARACTER VARYING(16) NOT NULL,
  lane CHARACTER VARYING NOT NULL,
  began_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  after_passage BIGINT NOT NULL,
  after_audit BIGINT NOT NULL,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  last_passage BIGINT,
  last_audit BIGINT,
  vehicles_in BIGINT,
  vehicles_out BIGINT,
  automatic BIGINT,
  turned_away BIGINT,
  cash_dong BIGINT,
  free_passes BIGINT,
  lost_tickets BIGINT,
  overrides BIGINT,
  -- null when nobody counted
  counted CHARACTER VARYING,
  remark CHARACTER VARYING DEFAULT '' NOT NULL,
  is_open BOOLEAN GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN TRUE END),
  CONSTRAINT shift_open_once UNIQUE (is_open)
);

CREATE INDEX shift_by_time ON shift (began_at DESC);

-- All that a shift asks of its passages, so that none of the wide rows is read.
CREATE INDEX passage_by_decider ON passage (decided_by, no, direction, outcome, id);
