-- Any part of a plate is found by its trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX vehicle_by_part ON vehicle USING gin (folded gin_trgm_ops);
