-- The picture of the passage, for receivers that want it with the message; null for none.
ALTER TABLE hook_delivery ADD COLUMN picture_sha256 CHARACTER VARYING(64);
