package io.gatehouse.snapshot;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.common.StoppedException;
import io.gatehouse.snapshot.journal.PaidAnswer;
import io.gatehouse.snapshot.picture.UrlPictures;
import io.gatehouse.snapshot.recognizer.CloudOptions;
import io.gatehouse.snapshot.recognizer.RequestPace;
import io.gatehouse.snapshot.recognizer.SnapshotRecognizer;
import io.gatehouse.snapshot.recognizer.Usage;
import io.gatehouse.snapshot.wire.LocalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Imports lists of pictures. */
public final class Importer implements AutoCloseable {

  private final ImportOptions options;
  private final Threads threads;
  private final Stop stop;
  private final ImportListener listener;
  private final Keeping keeping;
  private final UrlPictures urls;
  private final SnapshotRecognizer recognizer;
  private final PaidReading reading;
  private final PictureWork work;
  private final AtomicReference<String> halt = new AtomicReference<>();
  private final List<ImportResult> recovered = new ArrayList<>();

  private Importer(
      ImportOptions options,
      SnapshotRecognizer recognizer,
      Keeping keeping,
      Patience patience,
      ImportListener listener,
      Stop stop,
      TimeSource time,
      Threads threads) {
    this.options = options;
    this.recognizer = recognizer;
    this.keeping = keeping;
    this.listener = listener;
    this.stop = stop;
    this.threads = threads;
    this.urls = UrlPictures.open(options.privateUrls(), time);
    Outages outages = new Outages(patience.outage(), stop, listener);
    RequestPace pace = new RequestPace(options.delay(), time, stop);
    this.reading =
        new PaidReading(recognizer, keeping, pace, patience, outages, stop, listener, time);
    PictureFetch fetch = new PictureFetch(urls, patience, stop);
    this.work = new PictureWork(options, fetch, reading, keeping, outages, time);
  }

  /**
   * Gets ready, so that nothing is paid for that could not be kept: the journal, the database, the
   * bucket. Ends what an earlier run had to leave.
   *
   * @throws ImportException with one clear line
   */
  public static Importer cloud(
      ImportOptions options,
      CloudOptions cloud,
      ImportListener listener,
      Stop stop,
      TimeSource time,
      Threads threads)
      throws ImportException {
    Patience patience = usual(options);
    return open(
        options,
        SnapshotRecognizer.cloud(cloud, patience.call(), time),
        patience,
        listener,
        stop,
        time,
        threads);
  }

  /** The same with our own recogniser. */
  public static Importer local(
      ImportOptions options,
      LocalReader reader,
      ImportListener listener,
      Stop stop,
      TimeSource time,
      Threads threads)
      throws ImportException {
    return open(
        options,
        SnapshotRecognizer.local(reader, time),
        usual(options),
        listener,
        stop,
        time,
        threads);
  }

  private static Patience usual(ImportOptions options) {
    return Patience.usual(options.tries(), most -> ThreadLocalRandom.current().nextLong(most));
  }

  static Importer open(
      ImportOptions options,
      SnapshotRecognizer recognizer,
      Patience patience,
      ImportListener listener,
      Stop stop,
      TimeSource time,
      Threads threads)
      throws ImportException {
    Keeping keeping = Keeping.open(options, patience.lease());
    return new Importer(options, recognizer, keeping, patience, listener, stop, time, threads);
  }

  /** What was used and is left; empty when nobody counts. */
  public Optional<Usage> usage() {
    return recognizer.usage();
  }

  /** How many pictures were read so far. */
  public long calls() {
    return reading.asked();
  }

  /**
   * Brings what an earlier run paid for into the database. To be called before anything is run.
   *
   * @return what was brought
   */
  public List<ImportResult> recover() {
    if (options.dryRun()) {
      return List.of();
    }
    for (PaidAnswer paid : keeping.journal().pending()) {
      Line line = new Line(0, paid.source());
      recovered.add(guarded(line, () -> work.recover(paid)));
    }
    return List.copyOf(recovered);
  }

  /** Imports a list, and returns when it is done, halted or stopped. */
  public ImportSummary run(List<Line> lines) throws InterruptedException {
    ImportResult[] results = new ImportResult[lines.size()];
    AtomicInteger next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    int parallel = Math.min(options.parallel(), Math.max(1, lines.size()));
    for (int i = 1; i <= parallel; i++) {
      workers.add(
          threads.start(
              "import-" + i,
              () -> {
                for (int at = next.getAndIncrement();
                    at < results.length;
                    at = next.getAndIncrement()) {
                  results[at] = one(lines.get(at));
                  listener.ended(results[at]);
                }
              }));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    List<ImportResult> all = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      // a thread that died of a fault of ours left a hole, and its thread's handler told it
      all.add(
          results[i] == null
              ? ImportResult.notTried(lines.get(i), "the run failed; the log says why")
              : results[i]);
    }
    return new ImportSummary(
        all, reading.asked(), recovered.size(), Optional.ofNullable(halt.get()));
  }

  /** Imports one picture; one that comes after a halt is not tried. */
  ImportResult one(Line line) {
    return guarded(line, () -> work.work(line));
  }

  private interface Guarded {
    ImportResult run() throws StoppedException, HaltException;
  }

  private ImportResult guarded(Line line, Guarded step) {
    if (stop.isAsked()) {
      return ImportResult.notTried(line, reasonToEnd());
    }
    try {
      return step.run();
    } catch (HaltException e) {
      halt.compareAndSet(null, e.getMessage());
      stop.ask();
      return ImportResult.failed(line, e.getMessage(), Optional.empty());
    } catch (StoppedException e) {
      return ImportResult.notTried(line, reasonToEnd());
    }
  }

  private String reasonToEnd() {
    return Optional.ofNullable(halt.get()).orElse("the run was stopped");
  }

  /** Why nothing more is tried; empty while all is well. */
  public Optional<String> halted() {
    return Optional.ofNullable(halt.get());
  }

  @Override
  public void close() {
    recognizer.close();
    urls.close();
    keeping.close();
  }
}
