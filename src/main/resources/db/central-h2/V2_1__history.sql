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

-- Every end of every plate in the history, with like characters folded: what holds a text anywhere
-- has an end that begins with it.
CREATE TABLE plate_end (
  ending CHARACTER VARYING(32) NOT NULL,
  plate_id CHARACTER VARYING(32) NOT NULL
);
CREATE INDEX plate_end_by_ending ON plate_end (ending, plate_id);
CREATE TRIGGER vehicle_plate_end AFTER INSERT, UPDATE, DELETE ON vehicle
  FOR EACH ROW CALL 'io.gatehouse.central.store.PlateEndTrigger';
