package io.gatehouse.snapshot;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.common.StoppedException;
import io.gatehouse.snapshot.journal.PaidAnswer;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.recognizer.ApiReply;
import io.gatehouse.snapshot.recognizer.RequestPace;
import io.gatehouse.snapshot.recognizer.SnapshotRecognizer;
import io.gatehouse.snapshot.store.CallStore.Claim;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has a picture read, once: whoever read it before, in this run, an earlier one or one beside it,
 * is not asked again. What is paid for is on the disk before anything else. Any thread.
 */
final class PaidReading {

  /** How often it is looked whether another run has its answer. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final SnapshotRecognizer recognizer;
  private final Keeping keeping;
  private final RequestPace pace;
  private final Patience patience;
  private final Outages outages;
  private final Stop stop;
  private final ImportListener listener;
  private final TimeSource time;
  private final AtomicLong asked = new AtomicLong();

  PaidReading(
      SnapshotRecognizer recognizer,
      Keeping keeping,
      RequestPace pace,
      Patience patience,
      Outages outages,
      Stop stop,
      ImportListener listener,
      TimeSource time) {
    this.recognizer = recognizer;
    this.keeping = keeping;
    this.pace = pace;
    this.patience = patience;
    this.outages = outages;
    this.stop = stop;
    this.listener = listener;
    this.time = time;
  }

  /** How many pictures were read for this run. */
  long asked() {
    return asked.get();
  }

  /** What stands in the picture, which is of this camera. */
  Claim.Answered read(Line line, Picture picture, Optional<String> cameraId)
      throws StoppedException, HaltException, PictureFailedException {
    int failures = 0;
    int throttled = 0;
    while (true) {
      Claim claim = outages.patiently(() -> keeping.calls().claim(picture.sha256()));
      if (claim instanceof Claim.Answered answered) {
        return answered;
      }
      if (claim instanceof Claim.Held) {
        listener.waiting("another run is reading the same picture", LOOK);
        stop.pause(LOOK);
        continue;
      }
      switch (ask(picture, cameraId)) {
        case ApiReply.Answered answered -> {
          return kept(line, picture, answered);
        }
        case ApiReply.Later later -> {
          failures += later.throttled() ? 0 : 1;
          throttled += later.throttled() ? 1 : 0;
          if (failures >= patience.tries() || throttled >= patience.throttledTries()) {
            giveBack(picture);
            throw new PictureFailedException(later.why());
          }
          try {
            pause(later, Math.max(1, failures));
          } catch (StoppedException e) {
            giveBack(picture);
            throw e;
          }
        }
        case ApiReply.Refused refused -> {
          giveBack(picture);
          throw new PictureFailedException(refused.why());
        }
        case ApiReply.Halted halted -> {
          giveBack(picture);
          throw new HaltException(halted.why());
        }
      }
    }
  }

  private ApiReply ask(Picture picture, Optional<String> cameraId)
      throws StoppedException, HaltException, PictureFailedException {
    if (recognizer.isPaid()) {
      outages.patiently(() -> {
        keeping.spool().put(picture);
        return picture;
      });
    }
    try {
      pace.turn();
    } catch (StoppedException e) {
      // nothing was asked yet: others need not wait for this run
      giveBack(picture);
      throw e;
    }
    return recognizer.read(picture, cameraId);
  }

  private void pause(ApiReply.Later later, int failures) throws StoppedException {
    Duration pause = later.pause().orElseGet(() -> patience.backOff().after(failures));
    listener.waiting(later.why(), pause);
    if (later.pause().isPresent()) {
      // the server means everybody
      pace.hold(pause);
    }
    stop.pause(pause);
  }

  private Claim.Answered kept(Line line, Picture picture, ApiReply.Answered answered)
      throws StoppedException, HaltException, PictureFailedException {
    asked.incrementAndGet();
    PaidAnswer paid =
        new PaidAnswer(
            picture.sha256(), line.shown(), recognizer.name(), time.now(), answered.body());
    Optional<IOException> diskFailure = recognizer.isPaid() ? keep(paid) : Optional.empty();
    bring(paid);
    if (diskFailure.isPresent()) {
      // the answer is safe in the database; the next one might be safe nowhere
      throw new HaltException(
          "the journal cannot be written: %s".formatted(diskFailure.get().getMessage()));
    }
    return new Claim.Answered(paid.recognizer(), paid.body());
  }

  private Optional<IOException> keep(PaidAnswer paid) {
    try {
      keeping.journal().answered(paid);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /** Brings an answer into the database, where other runs find it. */
  void bring(PaidAnswer paid) throws StoppedException, HaltException, PictureFailedException {
    outages.patiently(() -> {
      keeping.calls().answered(paid.sha256(), paid.recognizer(), paid.body(), paid.at());
      return paid;
    });
  }

  private void giveBack(Picture picture)
      throws StoppedException, HaltException, PictureFailedException {
    outages.patiently(() -> {
      keeping.calls().release(picture.sha256());
      keeping.spool().remove(picture.sha256());
      return picture;
    });
  }
}
