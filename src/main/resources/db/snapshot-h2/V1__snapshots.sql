-- What the importer keeps, in the embedded database; see the one for PostgreSQL beside it.

CREATE TABLE vehicle_snapshots (
  id UUID DEFAULT random_uuid() PRIMARY KEY,
  snapshot_ref CHARACTER VARYING,
  camera_id CHARACTER VARYING,
  captured_at TIMESTAMP(6) WITH TIME ZONE,
  plate_text CHARACTER VARYING,
  plate_confidence NUMERIC(12, 6),
  makes_models JSON,
  colors JSON,
  bbox JSON,
  raw_response JSON,
  image_url CHARACTER VARYING,
  image_data BINARY LARGE OBJECT,
  image_mime CHARACTER VARYING,
  image_size INTEGER,
  image_sha256 CHARACTER VARYING,
  meta JSON,
  created_at TIMESTAMP(6) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT vehicle_snapshots_picture_once UNIQUE (image_sha256)
);

CREATE INDEX idx_vehicle_plate_text ON vehicle_snapshots (plate_text);
CREATE INDEX idx_vehicle_created_at ON vehicle_snapshots (created_at);

CREATE TABLE vehicle_snapshot_plates (
  snapshot_id UUID NOT NULL REFERENCES vehicle_snapshots (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  plate_text CHARACTER VARYING NOT NULL,
  plate_confidence NUMERIC(12, 6) NOT NULL,
  detection_confidence NUMERIC(12, 6),
  region CHARACTER VARYING,
  region_confidence NUMERIC(12, 6),
  vehicle_type CHARACTER VARYING,
  candidates JSON NOT NULL,
  makes_models JSON NOT NULL,
  colors JSON NOT NULL,
  orientations JSON NOT NULL,
  bbox JSON,
  vehicle_bbox JSON,
  PRIMARY KEY (snapshot_id, position)
);

CREATE INDEX idx_vehicle_snapshot_plates_text ON vehicle_snapshot_plates (plate_text);
