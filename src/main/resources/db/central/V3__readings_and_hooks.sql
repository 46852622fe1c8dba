-- Pictures that callers had read, by month (2026-11).
CREATE TABLE reading_usage (
  month_of CHARACTER(7) PRIMARY KEY,
  calls BIGINT NOT NULL
);

-- Who is told of each passage. Only what the server was started with is active.
CREATE TABLE hook (
  url CHARACTER VARYING(2000) PRIMARY KEY,
  active BOOLEAN NOT NULL
);

-- What is still to be told, written with the passage itself.
CREATE TABLE hook_delivery (
  id UUID PRIMARY KEY,
  url CHARACTER VARYING(2000) NOT NULL REFERENCES hook (url),
  -- JSON
  body CHARACTER VARYING(100000) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  next_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  tries INTEGER NOT NULL,
  -- why it was given up; null while it is still tried
  given_up CHARACTER VARYING(300)
);
CREATE INDEX hook_delivery_by_time ON hook_delivery (next_at);
