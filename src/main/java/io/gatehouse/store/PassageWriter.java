package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.plate.Plate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes the rows of a passage or a correction, the same way when it happens and when the journal
 * is replayed. Each call belongs into a transaction of the caller.
 */
final class PassageWriter {

  /** A correction of a passage that is not there. */
  static final class NoSuchPassageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPassageException(UUID passage) {
      super("there is no passage " + passage);
    }
  }

  private final UnaryOperator<String> fold;
  private final StoreJson json;
  private final StayWriter stays;
  private final PlateEnds ends;

  /**
   * @param fold maps characters that look alike to one of them
   */
  PassageWriter(UnaryOperator<String> fold, StoreJson json) {
    this.fold = fold;
    this.json = json;
    this.stays = new StayWriter(fold);
    this.ends = new PlateEnds(fold);
  }

  /** Which books are written with an entry. */
  enum Books {
    /** As when it happens. */
    ALL,
    /** In a replay, when the audit trail comes back by itself. */
    STAYS,
    /** In a replay, when all rows of the books come back by themselves. */
    NONE
  }

  /**
   * Writes an entry that the database does not have; one that it has is left alone.
   *
   * @return the entry as it was written
   */
  PassageEntry write(BookRows rows, PassageEntry entry, PictureSet pictures, Instant now) {
    return write(rows, entry, pictures, now, Books.ALL);
  }

  PassageEntry write(
      BookRows rows, PassageEntry entry, PictureSet pictures, Instant now, Books books) {
    return switch (entry) {
      case PassageRecord passage -> {
        if (passageNo(rows.handle(), passage.id()).isPresent()) {
          yield passage;
        }
        writePictures(rows.handle(), pictures, now);
        long no = writePassage(rows.handle(), passage);
        List<StayWriter.Ended> superseded =
            books == Books.NONE ? List.of() : stays.write(rows, passage);
        if (books == Books.ALL) {
          PassageAudit.write(rows, passage);
        }
        OutboxWriter.passage(rows.handle(), passage, now);
        superseded.forEach(stay -> OutboxWriter.stay(rows.handle(), stay, now));
        yield passage.numbered(no);
      }
      case CorrectionRecord correction -> {
        if (!hasCorrection(rows.handle(), correction.id())) {
          writeCorrection(rows.handle(), correction);
          List<StayWriter.Ended> superseded =
              books == Books.NONE
                  ? List.of()
                  : stays.rename(rows, correction.passage(), correction.plate());
          if (books == Books.ALL) {
            PassageAudit.write(rows, correction);
          }
          OutboxWriter.correction(rows.handle(), correction, now);
          superseded.forEach(stay -> OutboxWriter.stay(rows.handle(), stay, now));
        }
        yield correction;
      }
    };
  }

  private long writePassage(Handle handle, PassageRecord record) {
    // shifts and holds know it by its number, so that a replay gives it the same one
    boolean numbered = record.no() > 0 && isFree(handle, record.no());
    Update insert =
        handle.createUpdate(
            """
            INSERT INTO passage (<no> id, direction, lane, captured_at, frame_sequence, captured_nanos,
              plate, plate_kind, plate_lines, display, upper_line, lower_line, colour,
              outcome, decided_by, decided_at, reason, read_text, confidence, reading,
              full_sha256, crop_sha256, thumbnail_sha256)
            VALUES (<value> :id, :direction, :lane, :capturedAt, :frameSequence, :capturedNanos,
              :plate, :kind, :lines, :display, :upper, :lower, :colour,
              :outcome, :decidedBy, :decidedAt, :reason, :readText, :confidence, :reading,
              :full, :crop, :thumbnail)
            """);
    bindPlate(insert, record.plate());
    insert.define("no", numbered ? "no," : "").define("value", numbered ? ":no," : "");
    if (numbered) {
      insert.bind("no", record.no());
    }
    long no =
        insert
            .bind("id", record.id())
            .bind("direction", record.direction().name())
            .bind("lane", record.lane())
            .bind("capturedAt", utc(record.capturedAt()))
            .bind("frameSequence", record.frameSequence())
            .bind("capturedNanos", record.capturedNanos())
            .bind("colour", record.reading().colour().name())
            .bind("outcome", record.outcome().name())
            .bind("decidedBy", record.decidedBy())
            .bind("decidedAt", utc(record.decidedAt()))
            .bind("reason", record.reason())
            .bind("readText", record.reading().text())
            .bind("confidence", record.reading().confidence())
            .bind("reading", json.write(record.reading()))
            .bind("full", hash(record.full()))
            .bind("crop", hash(record.crop()))
            .bind("thumbnail", hash(record.thumbnail()))
            .executeAndReturnGeneratedKeys("no")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            INSERT INTO listing
              (passage_no, captured_at, plate, folded, direction, outcome, corrected)
            VALUES (:no, :capturedAt, :plate, :folded, :direction, :outcome, :corrected)
            """)
        .bind("no", no)
        .bind("capturedAt", utc(record.capturedAt()))
        .bind("plate", record.plate().text())
        .bind("folded", fold.apply(record.plate().text()))
        .bind("direction", record.direction().name())
        .bind("outcome", record.outcome().name())
        .bind("corrected", record.outcome() == Outcome.CORRECTED)
        .execute();
    ends.add(handle, record.plate().text());
    if (record.quality() != null) {
      writeQuality(handle, no, record);
    }
    return no;
  }

  private static boolean isFree(Handle handle, long no) {
    return handle
        .createQuery("SELECT no FROM passage WHERE no = :no")
        .bind("no", no)
        .mapTo(Long.class)
        .findOne()
        .isEmpty();
  }

  private static void writeQuality(Handle handle, long no, PassageRecord record) {
    handle
        .createUpdate(
            """
            INSERT INTO picture_quality (passage_no, captured_at, sharpness, brightness)
            VALUES (:no, :capturedAt, :sharpness, :brightness)
            """)
        .bind("no", no)
        .bind("capturedAt", utc(record.capturedAt()))
        .bind("sharpness", record.quality().sharpness())
        .bind("brightness", record.quality().brightness())
        .execute();
  }

  private void writeCorrection(Handle handle, CorrectionRecord record) {
    long passage =
        passageNo(handle, record.passage())
            .orElseThrow(() -> new NoSuchPassageException(record.passage()));
    Update insert =
        handle.createUpdate(
            """
            INSERT INTO correction (id, passage_no, plate_before, plate, plate_kind, plate_lines,
              display, upper_line, lower_line, corrected_by, corrected_at)
            VALUES (:id, :passage, :before, :plate, :kind, :lines,
              :display, :upper, :lower, :correctedBy, :correctedAt)
            """);
    bindPlate(insert, record.plate());
    insert
        .bind("id", record.id())
        .bind("passage", passage)
        .bind("before", record.before())
        .bind("correctedBy", record.correctedBy())
        .bind("correctedAt", utc(record.correctedAt()))
        .execute();
    list(handle, passage);
    ends.add(handle, record.plate().text());
  }

  /**
   * Takes back an entry that was committed but never acknowledged. Its pictures may stay: they are
   * found by their content when they are stored again.
   */
  void takeBack(BookRows rows, PassageEntry entry, Instant now) {
    PassageAudit.takeBack(rows, entry, now);
    Handle handle = rows.handle();
    OutboxWriter.takeBack(handle, entry.id());
    switch (entry) {
      case PassageRecord passage -> {
        long no = passageNo(handle, passage.id()).orElseThrow();
        stays.takeBack(rows, passage.id());
        handle.execute("DELETE FROM listing WHERE passage_no = ?", no);
        handle.execute("DELETE FROM picture_quality WHERE passage_no = ?", no);
        handle.execute("DELETE FROM passage WHERE no = ?", no);
      }
      case CorrectionRecord correction -> {
        long no = passageNo(handle, correction.passage()).orElseThrow();
        handle.execute("UPDATE listing SET correction_no = NULL WHERE passage_no = ?", no);
        handle.execute("DELETE FROM correction WHERE id = ?", correction.id());
        list(handle, no);
      }
    }
  }

  /** Makes every listing anew, for a database that was recovered in part. */
  void listAll(Handle handle) {
    handle.execute("DELETE FROM listing");
    handle.execute(
        """
        INSERT INTO listing (passage_no, captured_at, plate, folded, direction, outcome, corrected)
        SELECT no, captured_at, plate, '', direction, outcome, FALSE FROM passage
        """);
    handle
        .createQuery("SELECT no FROM passage")
        .mapTo(Long.class)
        .list()
        .forEach(no -> list(handle, no));
    FoldedPlates.forgetEnds(handle);
  }

  /** Makes the listing of a passage anew from the passage and its latest correction. */
  private void list(Handle handle, long passageNo) {
    handle.execute(
        """
        UPDATE listing SET correction_no =
          (SELECT MAX(no) FROM correction WHERE passage_no = listing.passage_no)
        WHERE passage_no = ?
        """,
        passageNo);
    handle.execute(
        """
        UPDATE listing SET plate = COALESCE(
            (SELECT plate FROM correction WHERE no = listing.correction_no),
            (SELECT plate FROM passage WHERE no = listing.passage_no)),
          corrected = correction_no IS NOT NULL OR outcome = 'CORRECTED'
        WHERE passage_no = ?
        """,
        passageNo);
    String plate =
        handle
            .createQuery("SELECT plate FROM listing WHERE passage_no = :no")
            .bind("no", passageNo)
            .mapTo(String.class)
            .one();
    handle.execute(
        "UPDATE listing SET folded = ? WHERE passage_no = ?", fold.apply(plate), passageNo);
  }

  private static void writePictures(Handle handle, PictureSet pictures, Instant now) {
    for (PictureSet.Item item : pictures.items()) {
      byte[] hash = hash(item.sha256());
      boolean known =
          handle
                  .createQuery("SELECT COUNT(*) FROM picture WHERE sha256 = :hash")
                  .bind("hash", hash)
                  .mapTo(Integer.class)
                  .one()
              > 0;
      if (!known) {
        handle
            .createUpdate(
                """
                INSERT INTO picture (sha256, bytes, stored_at, jpeg)
                VALUES (:hash, :bytes, :now, :jpeg)
                """)
            .bind("hash", hash)
            .bind("bytes", item.jpeg().length)
            .bind("now", utc(now))
            .bind("jpeg", item.jpeg())
            .execute();
      } else {
        handle.execute(
            "MERGE INTO shared_picture (sha256, last_used_at) KEY (sha256) VALUES (?, ?)",
            hash,
            utc(now));
      }
    }
  }

  static Optional<Long> passageNo(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT no FROM passage WHERE id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
  }

  private static boolean hasCorrection(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT no FROM correction WHERE id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  private static void bindPlate(Update insert, Plate plate) {
    insert
        .bind("plate", plate.text())
        .bind("kind", plate.kind().name())
        .bind("lines", plate.lines())
        .bind("display", plate.display())
        .bind("upper", plate.upper())
        .bind("lower", plate.lower());
  }

  /** Null for no picture. */
  private static byte[] hash(String sha256) {
    return sha256.isEmpty() ? null : HexFormat.of().parseHex(sha256);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
