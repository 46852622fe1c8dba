package io.gatehouse.snapshot.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.gatehouse.database.DatabaseException;
import io.gatehouse.database.Dialect;
import io.gatehouse.database.Moments;
import io.gatehouse.database.Schema;
import io.gatehouse.database.SqlDatabase;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.wire.AnsweredPlate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables of stored pictures and their plates. Any thread. */
public final class SnapshotStore implements AutoCloseable {

  /** Tables, and name of the embedded database's file. */
  static final Schema SCHEMA = new Schema("snapshot", "snapshot_schema_history");

  private final SqlDatabase database;

  /** The SQL for a parameter that is JSON. */
  private final String json;

  private SnapshotStore(SqlDatabase database) {
    this.database = database;
    this.json = database.dialect() == Dialect.POSTGRESQL ? "CAST(? AS JSONB)" : "? FORMAT JSON";
  }

  /**
   * Opens the database, and brings its tables to this version.
   *
   * @param url empty for the embedded database in the folder
   */
  public static SnapshotStore open(Optional<String> url, Path folder) throws ImportException {
    try {
      return new SnapshotStore(
          url.isPresent()
              ? SqlDatabase.postgresql(url.get(), SCHEMA)
              : SqlDatabase.embedded(folder, SCHEMA));
    } catch (DatabaseException e) {
      throw new ImportException(e.getMessage(), e);
    }
  }

  /** The database that the tables are in. */
  public SqlDatabase database() {
    return database;
  }

  /** The row of a picture. */
  public Optional<UUID> find(String sha256) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT id FROM vehicle_snapshots WHERE image_sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(UUID.class)
                .findOne());
  }

  /**
   * Stores a picture and its plates.
   *
   * @return false when somebody stored the same picture meanwhile; then nothing was written
   */
  public boolean insert(SnapshotRow row) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          boolean fresh = insertPicture(handle, row);
          if (fresh) {
            insertPlates(handle, row);
          }
          return fresh;
        });
  }

  private boolean insertPicture(Handle handle, SnapshotRow row) {
    // in H2 there is one process, and in it one thread a picture
    boolean many = database.dialect() == Dialect.POSTGRESQL;
    if (!many && find(row.picture().sha256()).isPresent()) {
      return false;
    }
    String sql =
        """
        INSERT INTO vehicle_snapshots (id, snapshot_ref, camera_id, captured_at, plate_text,
          plate_confidence, makes_models, colors, bbox, raw_response, image_url, image_data,
          image_mime, image_size, image_sha256, meta)
        VALUES (?, ?, ?, ?, ?, ?, $json, $json, $json, $json, ?, ?, ?, ?, ?, $json)
        """
            .replace("$json", json);
    AnsweredPlate first = row.first();
    Picture picture = row.picture();
    return handle.execute(
            many ? sql + "ON CONFLICT DO NOTHING" : sql,
            row.id(),
            row.answer().filename().orElse(null),
            row.cameraId().orElse(null),
            Moments.of(row.capturedAt()),
            SnapshotRow.written(first.text()),
            first.score(),
            text(first.makesModels()),
            text(first.colors()),
            text(first.box()),
            text(row.answer().raw()),
            row.imageUrl(),
            row.isInRow() ? picture.bytes() : null,
            picture.kind().type(),
            picture.bytes().length,
            picture.sha256(),
            text(row.meta()))
        > 0;
  }

  private void insertPlates(Handle handle, SnapshotRow row) {
    String sql =
        """
        INSERT INTO vehicle_snapshot_plates (snapshot_id, position, plate_text, plate_confidence,
          detection_confidence, region, region_confidence, vehicle_type, candidates, makes_models,
          colors, orientations, bbox, vehicle_bbox)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, $json, $json, $json, $json, $json, $json)
        """
            .replace("$json", json);
    List<AnsweredPlate> plates = row.plates();
    for (int i = 0; i < plates.size(); i++) {
      AnsweredPlate plate = plates.get(i);
      handle.execute(
          sql,
          row.id(),
          i,
          SnapshotRow.written(plate.text()),
          plate.score(),
          plate.detectionScore().orElse(null),
          plate.region().orElse(null),
          plate.regionScore().orElse(null),
          plate.vehicleType().orElse(null),
          text(plate.candidates()),
          text(plate.makesModels()),
          text(plate.colors()),
          text(plate.orientations()),
          text(plate.box()),
          text(plate.vehicleBox()));
    }
  }

  private static String text(Optional<JsonObject> object) {
    return object.map(SnapshotStore::text).orElse(null);
  }

  /** PostgreSQL's JSONB holds no NUL, and no plate does. */
  private static String text(JsonElement element) {
    return element.toString().replace("\\u0000", "");
  }

  /**
   * A stored picture.
   *
   * @param url where it lies when it has no bytes here
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Stored(Optional<byte[]> bytes, String url, String type, String sha256) {}

  Optional<Stored> picture(UUID id) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT image_data, image_url, image_mime, image_sha256
                    FROM vehicle_snapshots WHERE id = :id
                    """)
                .bind("id", id)
                .map((row, _) ->
                    new Stored(
                        Optional.ofNullable(row.getBytes(1)),
                        String.valueOf(row.getString(2)),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4))))
                .findOne());
  }

  /** Every plate of the newest pictures. */
  List<StoredPlate> plates(int pictures) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT s.id, s.captured_at, s.camera_id, p.plate_text, p.plate_confidence,
                      s.image_url
                    FROM (SELECT * FROM vehicle_snapshots
                          ORDER BY created_at DESC, id FETCH FIRST :most ROWS ONLY) s
                    JOIN vehicle_snapshot_plates p ON p.snapshot_id = s.id
                    ORDER BY s.created_at DESC, s.id, p.position
                    """)
                .bind("most", pictures)
                .map((row, _) ->
                    new StoredPlate(
                        row.getObject(1, UUID.class),
                        Moments.at(row, "captured_at"),
                        Optional.ofNullable(row.getString(3)).orElse(""),
                        row.getString(4),
                        row.getDouble(5),
                        String.valueOf(row.getString(6))))
                .list());
  }

  @Override
  public void close() {
    database.close();
  }
}
