-- How sharp and how bright the picture of a passage is. Beside the passage, so that a look at many
-- days reads none of the wide rows.
CREATE TABLE picture_quality (
  passage_no BIGINT PRIMARY KEY REFERENCES passage (no),
  captured_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  sharpness REAL NOT NULL,
  brightness REAL NOT NULL
);

CREATE INDEX picture_quality_by_time ON picture_quality (captured_at, sharpness, brightness);
