-- The cash in the drawer when the shift began, note by note; null when nobody counted it.
ALTER TABLE shift ADD COLUMN opening CHARACTER VARYING;
