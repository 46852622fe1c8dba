-- One row a picture that was or is being read: whoever writes it first asks, and all others use the answer.
CREATE TABLE vehicle_snapshot_calls (
  image_sha256 CHARACTER VARYING(64) PRIMARY KEY,
  runner UUID NOT NULL,
  lease_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recognizer CHARACTER VARYING(100),
  -- JSON as it came
  answer CHARACTER VARYING(1000000),
  answered_at TIMESTAMP(6) WITH TIME ZONE
);
