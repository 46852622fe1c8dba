-- What the figures of a day are counted from, without a look at the rows.
DROP INDEX vehicle_by_exit;
CREATE INDEX vehicle_by_exit ON vehicle (exit_time) INCLUDE (entry_time, exit_event, status, paid);
DROP INDEX vehicle_by_entry;
CREATE INDEX vehicle_by_entry ON vehicle (entry_time) INCLUDE (status);
-- How rare a part of a plate is decides which way the search goes.
ALTER TABLE vehicle ALTER COLUMN folded SET STATISTICS 1000;
-- Whether a camera has rows at all, and which where it has few.
CREATE INDEX vehicle_by_entry_camera ON vehicle (entry_camera_id);
CREATE INDEX vehicle_by_exit_camera ON vehicle (exit_camera_id);
