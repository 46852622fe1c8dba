package io.gatehouse.snapshot;

import io.gatehouse.bucket.S3Options;
import io.gatehouse.common.FullJitter;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.recognizer.CloudOptions;
import io.gatehouse.snapshot.recognizer.SnapshotRecognizer;
import io.gatehouse.snapshot.store.SnapshotStore;
import io.gatehouse.support.FakePlateApi;
import io.gatehouse.support.Jpegs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;

/** Runs imports with little patience, and remembers what they told. */
final class ImportRig implements ImportListener {

  /** Milliseconds where the product waits seconds. */
  static final Patience HASTY =
      new Patience(
          3,
          6,
          new FullJitter(Duration.ofMillis(5), Duration.ofMillis(20), most -> most - 1),
          new FullJitter(Duration.ofMillis(20), Duration.ofMillis(50), most -> most - 1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60));

  /** When the picture files were written. */
  static final Instant WRITTEN = Instant.parse("2026-11-20T07:08:09.250Z");

  final Path folder;
  final FakePlateApi api;
  final List<String> waits = new CopyOnWriteArrayList<>();
  final Stop stop = new Stop();
  Optional<String> databaseUrl = Optional.empty();
  Optional<S3Options> s3 = Optional.empty();
  Patience patience = HASTY;
  double threshold;
  int parallel = 1;
  boolean resume;
  boolean dryRun;
  boolean privateUrls = true;
  Runnable onWaiting = () -> {};
  Optional<String> cameraId = Optional.empty();
  CloudOptions cloud;

  ImportRig(Path folder, FakePlateApi api) {
    this.folder = folder;
    this.api = api;
    this.cloud =
        new CloudOptions(
            HttpUrl.get(api.url()),
            Optional.of("key-of-a-test"),
            List.of(),
            false,
            Optional.empty());
  }

  /** A new picture file for each seed. */
  String picture(int seed) {
    try {
      Path file = Files.write(folder.resolve("p%d.jpg".formatted(seed)), Jpegs.noise(seed, 32, 24));
      Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Line> lines(String... sources) {
    List<Line> lines = new ArrayList<>();
    for (String source : sources) {
      lines.add(new Line(lines.size() + 1, source));
    }
    return lines;
  }

  ImportOptions options() {
    return new ImportOptions(
        folder.resolve("data"),
        databaseUrl,
        s3,
        Duration.ZERO,
        threshold,
        cameraId,
        parallel,
        patience.tries(),
        resume,
        dryRun,
        privateUrls);
  }

  Importer open() throws ImportException {
    TimeSource time = TimeSource.system();
    return Importer.open(
        options(),
        SnapshotRecognizer.cloud(cloud, patience.call(), time),
        patience,
        this,
        stop,
        time,
        threads());
  }

  static Threads threads() {
    return new Threads((thread, e) -> {
      throw new AssertionError(thread.getName(), e);
    });
  }

  ImportSummary run(String... sources) throws Exception {
    try (Importer importer = open()) {
      importer.recover();
      return importer.run(lines(sources));
    }
  }

  SnapshotStore store() throws ImportException {
    return SnapshotStore.open(databaseUrl, folder.resolve("data"));
  }

  /** What a query of one column answers. */
  List<String> query(String sql) throws ImportException {
    try (SnapshotStore store = store()) {
      return store.database().jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
    }
  }

  @Override
  public void ended(ImportResult result) {}

  @Override
  public void waiting(String why, Duration pause) {
    waits.add(why);
    onWaiting.run();
  }
}
