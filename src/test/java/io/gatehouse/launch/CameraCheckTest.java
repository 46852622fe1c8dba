package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.rpicam.FakeRpicam;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatehouse doctor --camera-check} with the stand-in. */
@Timeout(180)
class CameraCheckTest {

  private static final int BYTES = 256 * 192 * 3 / 2;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(String address) {
    return Gatehouse.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "doctor",
        "--camera-check",
        "--camera",
        address,
        "--data",
        folder.resolve("data").toString(),
        "--out",
        folder.resolve("out").toString());
  }

  private String line(String name) {
    return out.toString()
        .lines()
        .filter(l -> l.substring(Math.min(6, l.length())).startsWith(name + " "))
        .findFirst()
        .orElse("");
  }

  private Path kept() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out"))) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  @Test
  void aGoodCameraIsToldAsSuchAndItsFirstRecordsAreKeptToBeSent() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "tensor-every=2");

    assertThat(check(fake.uri("&width=256&height=192&framerate=30"))).as(out.toString()).isZero();

    assertThat(line("programs"))
        .startsWith("ok ")
        .contains("rpicam-apps v1.12.0, libcamera v0.7.1");
    assertThat(line("pictures"))
        .contains("60 of 60, the first after ", "the network answered in 30");
    assertThat(line("asked to stop")).startsWith("ok ").contains("ended with status 0 after ");
    assertThat(line("left alone")).startsWith("ok ").contains("ended with status 134 after ");
    assertThat(line("starts")).contains("3 of the camera since");
    assertThat(fake.said()).filteredOn(said -> said.endsWith("--frames 60")).hasSize(1);

    assertThat(Files.readString(kept().resolve("capture.txt")))
        .contains("60, %d bytes each".formatted(BYTES))
        .contains("ExposureTime AnalogueGain FrameDuration CnnOutputTensorInfo")
        .contains("ScalerCrop: (2, 0)/4052x3040")
        .contains("tensors: 30, read: 30, numbers: 601")
        .contains("shape: 712 bytes, network 'network'")
        .contains("VEHICLE 0.84 at 32,48 128x96");
    List<String> records = Files.readAllLines(kept().resolve("records.txt"));
    assertThat(records).filteredOn(l -> l.startsWith("SensorTimestamp=")).hasSize(20);
    assertThat(Files.size(kept().resolve("stream.bin"))).isEqualTo(2 * (BYTES + 32_768));
    assertThat(Files.readAllBytes(kept().resolve("picture.jpg"))).startsWith(0xFF, 0xD8);
    assertThat(Files.readAllLines(kept().resolve("rpicam.log")))
        .contains("Mode selection for 256:192:12:P");
  }

  @Test
  void allOfItIsInOneFileToSend() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder);
    check(fake.uri("&width=256&height=192&framerate=30"));

    Path zip = Path.of(kept() + ".zip");
    assertThat(out.toString()).contains("to send: " + zip);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(ZipEntry::getName).map(n -> n.replaceFirst(".*/", "")))
          .contains(
              "report.txt",
              "machine.txt",
              "versions.txt",
              "packages.txt",
              "capture.txt",
              "records.txt",
              "stream.bin",
              "picture.jpg",
              "rpicam.log",
              "stop.txt",
              "left.txt",
              "kernel.txt");
    }
    assertThat(Files.readString(kept().resolve("report.txt")))
        .startsWith("rpicam:?program=")
        .contains("60 of 60");
  }

  @Test
  void aNetworkThatNeverAnswersIsAFaultWithItsRemedy() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "no-stage");

    assertThat(check(fake.uri("&width=256&height=192&framerate=30"))).isEqualTo(1);

    assertThat(line("pictures"))
        .startsWith("FAULT ")
        .contains("the network answered in 0", "sudo apt install rpicam-apps-imx500-postprocess");
  }

  @Test
  void answersThatCannotBeReadAreAnotherFault() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "numbers=599");

    assertThat(check(fake.uri("&width=256&height=192&framerate=30"))).isEqualTo(1);

    assertThat(line("pictures")).startsWith("FAULT ").contains("answers of 599 numbers");
  }

  @Test
  void aCameraThatIsNotThereIsToldAndAllTheRestIsCheckedTheSame() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "fail=no cameras available");

    assertThat(check(fake.uri(""))).isEqualTo(1);

    assertThat(line("pictures")).startsWith("FAULT ").contains("0 of 60", "ribbon cable");
    assertThat(line("starts")).isNotEmpty();
    assertThat(kept().resolve("report.txt")).exists();
  }

  @Test
  void aMissingProgramIsNamed() {
    assertThat(check("rpicam:?program=/nowhere/rpicam-vid&network=none")).isEqualTo(1);
    assertThat(line("programs")).startsWith("FAULT ").contains("/nowhere/rpicam-vid does not run");
  }

  @Test
  void anotherKindOfCameraHasNoSuchCheck() {
    assertThat(check("demo:")).isEqualTo(2);
    assertThat(err.toString()).startsWith("gatehouse: --camera-check is for rpicam: alone");
  }
}
