-- H2 reads a row apart from its index: what the history filters by stands in the index.
DROP INDEX vehicle_by_time;
CREATE INDEX vehicle_by_time ON vehicle (last_time DESC, id DESC, status, folded, entry_time,
  entry_camera_id, exit_camera_id, entry_gate_id, exit_gate_id);
DROP INDEX vehicle_by_status;
CREATE INDEX vehicle_by_status ON vehicle (status, last_time DESC, id DESC, folded, entry_time,
  entry_camera_id, exit_camera_id, entry_gate_id, exit_gate_id);
-- What the figures of a day are counted from.
DROP INDEX vehicle_by_exit;
CREATE INDEX vehicle_by_exit ON vehicle (exit_time, entry_time, exit_event, status, paid);
DROP INDEX vehicle_by_entry;
CREATE INDEX vehicle_by_entry ON vehicle (entry_time, status);

-- Whether a camera has rows at all, and which where it has few.
CREATE INDEX vehicle_by_entry_camera ON vehicle (entry_camera_id);
CREATE INDEX vehicle_by_exit_camera ON vehicle (exit_camera_id);

-- Every plate in the history once, folded and as it is, many to a row: a part of a plate is found by
-- reading all of it.
CREATE TABLE plate_block (
  number INTEGER PRIMARY KEY,
  plates CHARACTER VARYING NOT NULL
);
CREATE TRIGGER vehicle_plate_block AFTER INSERT, UPDATE, DELETE ON vehicle
  FOR EACH ROW CALL 'io.gatehouse.central.store.PlateBlockTrigger';
