-- How sharp and how bright the picture of a passage is. Beside the passage, so that a look at many
-- days reads none of the wide rows.
CREATE TABLE picture_quality (
  passage_no BIGINT PRIMARY KEY REFERENCES passage (no),
  captured_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  sharpness REAL NOT NULL,
  brightness REAL NOT NULL
);

CREATE INDEX picture_quality_by_time ON picture_quality (captured_at, sharpness, brightness);

-- Entries, exits and cash of a day, without a look at the wide rows.
CREATE INDEX stay_by_entering ON stay (entered_at, entry_passage);
DROP INDEX stay_by_end;
CREATE INDEX stay_by_end ON stay (ended_at, entered_at, entry_passage, exit_passage, paid_dong);

-- The figures of days that are over, by the site's calendar, as JSON. They can be counted anew, but
-- for those that are kept: their passages are gone.
CREATE TABLE insight_day (
  on_day DATE NOT NULL,
  kind CHARACTER VARYING(16) NOT NULL CHECK (kind IN ('BUSINESS', 'READING')),
  zone CHARACTER VARYING(64) NOT NULL,
  figures CHARACTER VARYING NOT NULL,
  kept BOOLEAN NOT NULL,
  PRIMARY KEY (on_day, kind)
);

-- Passages that stay, with their pictures, however old they grow. A hold that ended is kept: who
-- asked for it, who took it back, and when.
CREATE TABLE legal_hold (
  passage_id UUID NOT NULL,
  passage_no BIGINT NOT NULL,
  held_by CHARACTER VARYING NOT NULL,
  held_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  released_by CHARACTER VARYING,
  released_at TIMESTAMP(6) WITH TIME ZONE,
  held_no BIGINT GENERATED ALWAYS AS (CASE WHEN released_at IS NULL THEN passage_no END),
  -- at most one hold that lasts
  CONSTRAINT legal_hold_once UNIQUE (held_no)
);

-- Pictures that more than one passage has, as a camera that shows photographs takes them: such a
-- one goes only when none of those passages needs it.
CREATE TABLE shared_picture (
  sha256 BINARY(32) PRIMARY KEY,
  last_used_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

INSERT INTO shared_picture (sha256, last_used_at)
SELECT sha256, MAX(captured_at) FROM (
  SELECT full_sha256 AS sha256, captured_at FROM passage
  UNION ALL SELECT crop_sha256, captured_at FROM passage
  UNION ALL SELECT thumbnail_sha256, captured_at FROM passage)
WHERE sha256 IS NOT NULL GROUP BY sha256 HAVING COUNT(*) > 1;

-- Passages and corrections that were removed for their age: the journal may hold them still, and
-- they are not to be taken for lost.
CREATE TABLE removed_entry (
  id UUID PRIMARY KEY
);

CREATE INDEX legal_hold_by_passage ON legal_hold (passage_id, held_at);
