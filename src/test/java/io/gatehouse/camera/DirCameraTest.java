package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirCameraTest {

  @TempDir Path folder;

  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, TimeSource.system());

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
  }

  @Test
  void showsEachPictureLongEnoughInTheOrderOfTheNames() throws Exception {
    Pictures.write(folder.resolve("gate10.png"), 40, 30, 10, 10, 10);
    Pictures.write(folder.resolve("gate2.png"), 60, 20, 2, 2, 2);

    assertThat(shades(new DirCamera(folder, 0.03, 100, false), 100))
        .containsExactly(2, 2, 2, 10, 10, 10);
  }

  @Test
  void countsThePhotographsOnWhenItIsOpenedAgain() throws Exception {
    Pictures.write(folder.resolve("a.png"), 16, 16, 1, 1, 1);
    Pictures.write(folder.resolve("b.png"), 16, 16, 2, 2, 2);
    List<Long> photographs = new ArrayList<>();
    for (int opening = 0; opening < 2; opening++) {
      try (FrameSource source = new DirCamera(folder, 0.02, 100, false).open(frames)) {
        for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
          try (Frame frame = next.get()) {
            photographs.add(frame.stamp().photograph());
          }
        }
      }
    }
    assertThat(photographs).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
  }

  @Test
  void startsOverWhenItLoopsAndFindsNewPictures() throws Exception {
    Pictures.write(folder.resolve("a.png"), 16, 16, 1, 1, 1);
    List<Integer> shades = new ArrayList<>();
    try (FrameSource source = new DirCamera(folder, 0.01, 100, true).open(frames)) {
      for (int i = 0; i < 4; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          shades.add(Pictures.pixel(frame, 0, 0)[0]);
        }
        Pictures.write(folder.resolve("b.png"), 16, 16, 2, 2, 2);
      }
    }
    assertThat(shades).containsExactly(1, 1, 2, 1);
  }

  @Test
  void leavesOutWhatCannotBeRead() throws Exception {
    Files.writeString(folder.resolve("1.jpg"), "no picture");
    Pictures.write(folder.resolve("2.png"), 16, 16, 2, 2, 2);
    Files.createFile(folder.resolve("3.jpg"));
    Files.createDirectory(folder.resolve("4.jpg"));
    Files.writeString(folder.resolve("notes.txt"), "not shown");

    assertThat(shades(new DirCamera(folder, 0.01, 100, false), 100)).containsExactly(2);
  }

  @Test
  void aLargePictureIsShownAtACamerasSize() throws Exception {
    Pictures.write(folder.resolve("large.jpg"), 3000, 1500, 2, 2, 2);
    try (FrameSource source = new DirCamera(folder, 0.01, 100, false).open(frames);
        Frame frame = source.next().orElseThrow()) {
      assertThat(frame.width()).isEqualTo(2592);
      assertThat(frame.height()).isEqualTo(1296);
    }
  }

  @Test
  void saysWhyThereIsNothingToShow() throws Exception {
    Path none = folder.resolve("none");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("1.jpg"), "no picture");

    fails(none, CameraFault.NOT_FOUND, "does not exist");
    fails(empty, CameraFault.NO_PICTURES, "holds no pictures");
    fails(broken, CameraFault.NO_PICTURES, "holds no picture that can be read");
    fails(broken.resolve("1.jpg"), CameraFault.NOT_FOUND, "is not a folder");
  }

  @Test
  void closeEndsTheWaitForTheNextPicture() throws Exception {
    Pictures.write(folder.resolve("a.png"), 16, 16, 1, 1, 1);
    FrameSource source = new DirCamera(folder, 3600, 0.1, false).open(frames);
    source.next().orElseThrow().close();
    Thread closer = Thread.ofPlatform().start(source::close);

    assertThat(source.next()).isEmpty();
    closer.join();
  }

  private void fails(Path path, CameraFault fault, String message) {
    assertThatExceptionOfType(CameraException.class)
        .isThrownBy(() -> shades(new DirCamera(path, 0.01, 100, true), 1))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
  }

  private List<Integer> shades(Camera camera, int most) throws Exception {
    List<Integer> shades = new ArrayList<>();
    try (FrameSource source = camera.open(frames)) {
      Optional<Frame> next = source.next();
      while (next.isPresent() && shades.size() < most) {
        try (Frame frame = next.get()) {
          shades.add(Pictures.pixel(frame, 0, 0)[0]);
        }
        next = source.next();
      }
      next.ifPresent(Frame::close);
    }
    return shades;
  }
}
