package io.gatehouse.launch;

import io.gatehouse.database.Schema;
import io.gatehouse.database.SqlDatabase;
import java.nio.file.Path;
import java.util.List;

/** Ids of the rows that an import stored in the embedded database. */
final class RowIds {

  private RowIds() {}

  static List<String> of(Path data) throws Exception {
    try (SqlDatabase database =
        SqlDatabase.embedded(data, new Schema("snapshot", "snapshot_schema_history"))) {
      return database
          .jdbi()
          .withHandle(handle ->
              handle.createQuery("SELECT id FROM vehicle_snapshots").mapTo(String.class).list());
    }
  }
}
