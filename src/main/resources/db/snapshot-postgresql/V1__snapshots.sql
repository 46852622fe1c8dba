-- What the importer keeps. The columns and indexes of vehicle_snapshots are those that scripts and reports
-- of others already know; a table of that name which is there is taken over, with its rows.

-- that a part is there already is nobody's concern
SET LOCAL client_min_messages = warning;

CREATE TABLE IF NOT EXISTS vehicle_snapshots (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  snapshot_ref TEXT,
  camera_id TEXT,
  captured_at TIMESTAMPTZ,
  plate_text TEXT,
  plate_confidence NUMERIC,
  makes_models JSONB,
  colors JSONB,
  bbox JSONB,
  raw_response JSONB,
  image_url TEXT,
  image_data BYTEA,
  image_mime TEXT,
  image_size INTEGER,
  image_sha256 TEXT,
  meta JSONB,
  created_at TIMESTAMPTZ DEFAULT now()
);

-- A table that is taken over may lack some of them.
ALTER TABLE vehicle_snapshots
  ADD COLUMN IF NOT EXISTS image_data BYTEA,
  ADD COLUMN IF NOT EXISTS image_mime TEXT,
  ADD COLUMN IF NOT EXISTS image_size INTEGER,
  ADD COLUMN IF NOT EXISTS image_sha256 TEXT,
  ADD COLUMN IF NOT EXISTS meta JSONB;

CREATE INDEX IF NOT EXISTS idx_vehicle_plate_text ON vehicle_snapshots (plate_text);
CREATE INDEX IF NOT EXISTS idx_vehicle_created_at ON vehicle_snapshots (created_at);
CREATE INDEX IF NOT EXISTS idx_vehicle_makes_models_jsonb ON vehicle_snapshots USING gin (makes_models);
CREATE INDEX IF NOT EXISTS idx_vehicle_image_sha256 ON vehicle_snapshots (image_sha256);

-- Of pictures that a taken-over table holds several times, the first row keeps the hash; the others keep it in
-- meta, where nobody takes it for a key.
UPDATE vehicle_snapshots AS later
SET meta = COALESCE(later.meta, '{}'::jsonb)
      || jsonb_build_object('duplicate_of', first.id, 'image_sha256', later.image_sha256),
    image_sha256 = NULL
FROM (
  SELECT DISTINCT ON (image_sha256) id, image_sha256
  FROM vehicle_snapshots
  WHERE image_sha256 IS NOT NULL
  ORDER BY image_sha256, created_at, id
) AS first
WHERE later.image_sha256 = first.image_sha256 AND later.id <> first.id;

ALTER TABLE vehicle_snapshots
  ADD CONSTRAINT vehicle_snapshots_picture_once UNIQUE (image_sha256);

-- Every plate of a picture; the first is the one that stands in vehicle_snapshots.
CREATE TABLE vehicle_snapshot_plates (
  snapshot_id UUID NOT NULL REFERENCES vehicle_snapshots (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  plate_text TEXT NOT NULL,
  plate_confidence NUMERIC NOT NULL,
  detection_confidence NUMERIC,
  region TEXT,
  region_confidence NUMERIC,
  vehicle_type TEXT,
  candidates JSONB NOT NULL,
  makes_models JSONB NOT NULL,
  colors JSONB NOT NULL,
  orientations JSONB NOT NULL,
  bbox JSONB,
  vehicle_bbox JSONB,
  PRIMARY KEY (snapshot_id, position)
);

CREATE INDEX idx_vehicle_snapshot_plates_text ON vehicle_snapshot_plates (plate_text);
CREATE INDEX idx_vehicle_snapshot_plates_makes_models ON vehicle_snapshot_plates USING gin (makes_models);
