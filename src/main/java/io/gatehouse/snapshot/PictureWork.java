package io.gatehouse.snapshot;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Outcome;
import io.gatehouse.snapshot.common.StoppedException;
import io.gatehouse.snapshot.journal.PaidAnswer;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.store.BucketKey;
import io.gatehouse.snapshot.store.CallStore.Claim;
import io.gatehouse.snapshot.store.SnapshotRow;
import io.gatehouse.snapshot.wire.Answer;
import io.gatehouse.snapshot.wire.AnswerReader;
import io.gatehouse.snapshot.wire.AnsweredPlate;
import io.gatehouse.snapshot.wire.WireException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One picture from its source to its row: fetch, look whether it is known, have it read, keep the
 * picture, store the row. Any thread.
 */
final class PictureWork {

  private final ImportOptions options;
  private final PictureFetch fetch;
  private final PaidReading reading;
  private final Keeping keeping;
  private final Outages outages;
  private final TimeSource time;
  private final InProgress inProgress = new InProgress();

  PictureWork(
      ImportOptions options,
      PictureFetch fetch,
      PaidReading reading,
      Keeping keeping,
      Outages outages,
      TimeSource time) {
    this.options = options;
    this.fetch = fetch;
    this.reading = reading;
    this.keeping = keeping;
    this.outages = outages;
    this.time = time;
  }

  /** Does all that a line asks for; a failure of its own is in the result. */
  ImportResult work(Line line) throws StoppedException, HaltException {
    Optional<String> sha256 = Optional.empty();
    try {
      if (options.resume() && isDone(line)) {
        return new ImportResult(line, Outcome.DONE_BEFORE, "", Optional.empty(), Optional.empty());
      }
      Picture picture = fetch.fetch(line);
      sha256 = Optional.of(picture.sha256());
      try (InProgress.Turn _ = inProgress.enter(picture.sha256())) {
        return work(line, picture);
      }
    } catch (PictureFailedException e) {
      return ImportResult.failed(line, e.getMessage(), sha256);
    }
  }

  /** Another threshold may make more of an answer that is there. */
  private boolean isDone(Line line) throws StoppedException, HaltException, PictureFailedException {
    return outages
        .patiently(() -> keeping.lines().find(line.shown()))
        .filter(outcome -> outcome.isGood() && outcome != Outcome.BELOW_THRESHOLD)
        .isPresent();
  }

  private ImportResult work(Line line, Picture picture)
      throws StoppedException, HaltException, PictureFailedException {
    Optional<UUID> known = outages.patiently(() -> keeping.store().find(picture.sha256()));
    if (known.isPresent()) {
      return done(ImportResult.stored(line, Outcome.KNOWN, picture.sha256(), known.get()));
    }
    if (options.dryRun()) {
      return look(line, picture);
    }
    return store(line, picture, reading.read(line, picture, camera(line)));
  }

  private ImportResult look(Line line, Picture picture)
      throws StoppedException, HaltException, PictureFailedException {
    boolean answered = outages.patiently(() -> keeping.calls().find(picture.sha256())).isPresent();
    return ImportResult.of(line, answered ? Outcome.KNOWN : Outcome.WOULD_READ, picture.sha256());
  }

  private ImportResult store(Line line, Picture picture, Claim.Answered answered)
      throws StoppedException, HaltException, PictureFailedException {
    Answer answer = parsed(answered);
    List<AnsweredPlate> sure =
        answer.plates().stream().filter(plate -> plate.score() >= options.threshold()).toList();
    if (sure.isEmpty()) {
      Outcome outcome = answer.plates().isEmpty() ? Outcome.NO_PLATE : Outcome.BELOW_THRESHOLD;
      return done(ImportResult.of(line, outcome, picture.sha256()));
    }
    String url = keep(line, picture);
    SnapshotRow row =
        new SnapshotRow(
            UUID.randomUUID(),
            answer,
            sure,
            answer.cameraId().or(() -> camera(line)),
            // an answer of an earlier run may tell when that was
            picture.takenAt().or(answer::timestamp).orElseGet(time::now),
            picture,
            url,
            keeping.bucket().isEmpty(),
            line.shown(),
            answered.recognizer());
    boolean fresh = outages.patiently(() -> keeping.store().insert(row));
    return done(
        fresh
            ? ImportResult.stored(line, Outcome.STORED, picture.sha256(), row.id())
            : ImportResult.of(line, Outcome.KNOWN, picture.sha256()));
  }

  private Optional<String> camera(Line line) {
    return line.cameraId().or(options::cameraId);
  }

  private static Answer parsed(Claim.Answered answered) throws PictureFailedException {
    try {
      return AnswerReader.read(answered.body());
    } catch (WireException e) {
      throw new PictureFailedException("what was answered before: " + e.getMessage());
    }
  }

  /** Where the picture lies; the bucket is private, and addresses that open it are never stored. */
  private String keep(Line line, Picture picture)
      throws StoppedException, HaltException, PictureFailedException {
    if (keeping.bucket().isEmpty()) {
      return line.shown();
    }
    BucketKey key = BucketKey.of(picture);
    return outages.patiently(() -> {
      keeping.bucket().get().put(key.text(), picture.bytes(), picture.kind().type());
      return key.in(options.s3().orElseThrow().bucket());
    });
  }

  /** Only what is on the database's disk counts as done. */
  private ImportResult done(ImportResult result)
      throws StoppedException, HaltException, PictureFailedException {
    if (options.dryRun()) {
      return result;
    }
    return outages.patiently(() -> {
      String sha256 = result.sha256().orElseThrow();
      keeping.lines().done(result.line().shown(), sha256, result.outcome());
      keeping.store().database().sync();
      keeping.journal().stored(sha256);
      keeping.spool().remove(sha256);
      return result;
    });
  }

  /**
   * Brings what an earlier run paid for into the database.
   *
   * @return how each ended
   */
  ImportResult recover(PaidAnswer paid) throws StoppedException, HaltException {
    Line line = new Line(0, paid.source());
    try {
      reading.bring(paid);
      Optional<Picture> picture = outages.patiently(() -> keeping.spool().find(paid.sha256()));
      if (picture.isPresent()) {
        return store(line, picture.get(), new Claim.Answered(paid.recognizer(), paid.body()));
      }
      // its answer is kept: it costs nothing when its picture comes again
      return done(
          ImportResult.failed(
              line, "its picture is not there any more", Optional.of(paid.sha256())));
    } catch (PictureFailedException e) {
      return ImportResult.failed(line, e.getMessage(), Optional.of(paid.sha256()));
    }
  }
}
