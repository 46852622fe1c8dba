-- Lines of lists that are done, by the folder whose runs these are: what --resume goes by.
CREATE TABLE vehicle_snapshot_lines (
  runner UUID NOT NULL,
  -- of the path or URL, which may be longer than a key takes
  source_sha256 CHARACTER VARYING(64) NOT NULL,
  image_sha256 CHARACTER VARYING(64) NOT NULL,
  outcome CHARACTER VARYING(40) NOT NULL,
  done_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (runner, source_sha256)
);
