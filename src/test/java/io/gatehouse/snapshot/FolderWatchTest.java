package io.gatehouse.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.support.FakePlateApi;
import io.gatehouse.support.Jpegs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  @TempDir private Path folder;
  private Path watched;
  private FakePlateApi api;
  private ImportRig rig;
  private Importer importer;

  @BeforeEach
  void start() throws Exception {
    api = new FakePlateApi();
    rig = new ImportRig(folder, api);
    importer = rig.open();
    watched = Files.createDirectories(folder.resolve("ftp/cam-1")).getParent();
  }

  @AfterEach
  void stop() {
    importer.close();
    api.close();
  }

  private FolderWatch watch(FolderWatch.After after) {
    return new FolderWatch(watched, after, true, Duration.ofMillis(1), importer, rig.stop);
  }

  @Test
  void aPictureIsTakenWhenItHasStoppedGrowing() throws Exception {
    byte[] jpeg = Jpegs.noise(1, 32, 24);
    Path file = watched.resolve("cam-1/a.jpg");
    FolderWatch watch = watch(FolderWatch.After.KEEP);

    Files.write(file, Arrays.copyOf(jpeg, 100));
    watch.look();
    Files.write(file, Arrays.copyOfRange(jpeg, 100, jpeg.length), StandardOpenOption.APPEND);
    watch.look();
    assertThat(api.uploads()).as("it grew since the last look").isEmpty();
    watch.look();
    watch.look();

    assertThat(api.uploads()).containsExactly(Picture.of(jpeg).orElseThrow().sha256());
    assertThat(file).exists();
  }

  @Test
  void aFileOfTheSameNameWithAnotherPictureIsTakenAgain() throws Exception {
    Path file = watched.resolve("image.jpg");
    FolderWatch watch = watch(FolderWatch.After.KEEP);
    for (int i = 1; i <= 2; i++) {
      Files.write(file, Jpegs.noise(i, 32 + i, 24));
      watch.look();
      watch.look();
    }

    assertThat(api.uploads()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void whatIsDoneMovesAwayAndWhatFailedElsewhere() throws Exception {
    Files.write(watched.resolve("cam-1/a.jpg"), Jpegs.noise(1, 32, 24));
    Files.writeString(watched.resolve("cam-1/b.jpg"), "no picture");
    Files.writeString(watched.resolve("cam-1/notes.txt"), "of somebody else");
    FolderWatch watch = watch(FolderWatch.After.MOVE);

    watch.look();
    watch.look();
    watch.look();

    assertThat(watched.resolve("done/cam-1/a.jpg")).exists();
    assertThat(watched.resolve("failed/cam-1/b.jpg")).exists();
    assertThat(watched.resolve("cam-1")).isDirectoryNotContaining("glob:**.jpg");
    assertThat(watched.resolve("cam-1/notes.txt")).exists();
    assertThat(api.uploads()).hasSize(1);
  }

  @Test
  void theFolderTellsTheCameraAndTheFileItsTime() throws Exception {
    Path day = Files.createDirectories(watched.resolve("cam-1/2026-11-20"));
    for (Path file : List.of(day.resolve("a.jpg"), watched.resolve("b.jpg"))) {
      Files.write(file, Jpegs.noise(file.toString().length(), 32, 24));
      Files.setLastModifiedTime(file, FileTime.from(ImportRig.WRITTEN));
    }
    FolderWatch watch = watch(FolderWatch.After.KEEP);

    watch.look();
    watch.look();

    importer.close();
    assertThat(
            rig.query(
                "SELECT COALESCE(camera_id, 'none') FROM vehicle_snapshots"
                    + " WHERE captured_at = TIMESTAMP WITH TIME ZONE '2026-11-20 07:08:09.25+00'"
                    + " ORDER BY camera_id"))
        .containsExactlyInAnyOrder("cam-1", "none");
    assertThat(api.requests().stream().map(sent -> sent.getBody().utf8()))
        .as("one of a camera, and one of nobody knows which")
        .anyMatch(sent -> sent.contains("name=\"camera_id\""))
        .anyMatch(sent -> !sent.contains("name=\"camera_id\""));
  }

  @Test
  void whatIsStoredIsDeletedWhenThatIsWanted() throws Exception {
    Files.write(watched.resolve("a.jpg"), Jpegs.noise(1, 32, 24));
    FolderWatch watch = watch(FolderWatch.After.DELETE);

    watch.look();
    watch.look();

    assertThat(watched.resolve("a.jpg")).doesNotExist();
    assertThat(rig.waits).isEmpty();
  }

  @Test
  void nothingIsTouchedAfterAHalt() throws Exception {
    api.then(403, "{\"detail\":\"no credit\"}");
    Files.write(watched.resolve("a.jpg"), Jpegs.noise(1, 32, 24));
    Files.write(watched.resolve("b.jpg"), Jpegs.noise(2, 32, 24));

    watch(FolderWatch.After.DELETE).run();

    assertThat(importer.halted().orElseThrow()).contains("no credit");
    assertThat(watched.resolve("a.jpg")).exists();
    assertThat(watched.resolve("b.jpg")).exists();
  }
}
