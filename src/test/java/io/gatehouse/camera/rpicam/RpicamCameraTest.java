package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.support.rpicam.FakeRpicam;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The camera under its supervisor, with a real child process that does all that goes wrong. */
@Timeout(180)
class RpicamCameraTest {

  private static final String SMALL = "&width=256&height=192&framerate=30";

  /** Where the pattern's car is, in a picture of 256x192. */
  private static final Region CAR = new Region(32, 48, 128, 96);

  @TempDir private Path folder;
  private RpicamGate gate;

  private RpicamGate open(String more, String... play) throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, play);
    gate = new RpicamGate(fake, fake.uri(SMALL + more), folder);
    return gate;
  }

  @AfterEach
  void nothingIsLeftBehind() {
    if (gate != null) {
      gate.close();
    }
  }

  private void awaitCars() {
    await().until(() -> gate.frames() >= 5 && gate.boxes().isPresent());
    await().untilAsserted(() -> assertThat(gate.boxes().orElseThrow()).hasSize(1));
    SensorBox car = gate.boxes().orElseThrow().getFirst();
    assertThat(car.kind()).isEqualTo(SensorBox.Kind.VEHICLE);
    assertThat(car.confidence()).isEqualTo(0.84375f);
    assertThat(car.region().overlap(CAR)).isGreaterThan(0.95);
  }

  @Test
  void picturesComeWithWhatTheSensorSawInThem() throws Exception {
    open("").start();

    gate.awaitPhase(Phase.LIVE);
    awaitCars();

    assertThat(gate.status().message()).isEmpty();
    assertThat(gate.fake().said())
        .singleElement()
        .asString()
        .contains("--codec yuv420 --width 256 --height 192 --framerate 30.000")
        .contains("--metadata - --metadata-format txt -o -");
  }

  @Test
  void whenClosedItIsAskedToStopAndNotKilled() throws Exception {
    open("").start();
    gate.awaitPhase(Phase.LIVE);

    gate.close();

    await().untilAsserted(() -> assertThat(gate.fake().said()).last().isEqualTo("end 0"));
  }

  @Test
  void anUploadIsShownAsLoadingWithItsProgress() throws Exception {
    open("", "upload=2").start();

    gate.awaitStatus(s -> s.phase() == Phase.LOADING && s.message().contains("is being loaded, "));
    gate.awaitPhase(Phase.LIVE);
    assertThat(gate.statuses()).allMatch(s -> s.fault().isEmpty());
    assertThat(gate.statuses())
        .filteredOn(s -> s.phase() == Phase.LOADING)
        .extracting(CameraStatus::message)
        .anyMatch(m -> m.contains("loading a network for the first time takes some minutes"))
        .anyMatch(m -> m.matches(".*loaded, \\d+ %"));
  }

  @Test
  void aStartThatNeverEndsIsGivenUp() throws Exception {
    gate = null;
    FakeRpicam fake = FakeRpicam.in(folder, "upload=600");
    RpicamLimits hasty = RpicamGate.limits(Duration.ofSeconds(2));
    gate = new RpicamGate(fake, fake.uri(SMALL), folder, hasty);
    gate.start();

    gate.awaitFault(CameraFault.STALLED, "no picture came within 2 seconds of its start");
    await().until(() -> gate.fake().starts() >= 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "no cameras available; NOT_FOUND; check both ends of its ribbon cable, then restart",
        "selected camera is not available; NOT_FOUND; check both ends of its ribbon cable",
        "failed to acquire camera /base/axi/imx500@1a; FAILED; another program is using it",
        "failed to start camera; FAILED; take this machine off its power for ten seconds",
        "Cannot open imx500 device node; NO_PERMISSION; sudo usermod -aG video $USER",
        "failed to set network fw ioctl; FAILED; sudo apt full-upgrade",
        "/x/net.rpk not found!; NOT_SET_UP; the network's file is missing (/x/net.rpk not found!)",
        "unrecognised option '--flush'; NOT_SET_UP; is of another version",
        "something else; FAILED; rpicam-vid ended with 'something else'"
      })
  void whatItEndsWithIsToldPlainlyAndTriedAgain(String error, CameraFault fault, String message)
      throws Exception {
    open("", "fail=" + error).start();
    gate.awaitFault(fault, message);

    gate.fake().plays();

    gate.awaitPhase(Phase.LIVE);
    assertThat(gate.status().fault()).isEmpty();
  }

  @Test
  void aProgramThatIsNotThereIsToldWithWhatInstallsIt() throws Exception {
    open("&program=/nowhere/rpicam-vid").start();
    gate.awaitFault(
        CameraFault.NOT_SET_UP,
        "/nowhere/rpicam-vid is not on this machine; sudo apt install rpicam-apps imx500-all");
  }

  @Test
  void aNetworkThatIsNotThereIsToldByItsName() throws Exception {
    open("&network=/nowhere/net.rpk").start();
    gate.awaitFault(CameraFault.NOT_SET_UP, "/nowhere/net.rpk not found!");
  }

  @Test
  void aPauseThatItMendsItselfIsShownAndNeedsNoStart() throws Exception {
    open("", "pause-at=20", "pause=3.2").start();
    gate.awaitPhase(Phase.LIVE);

    gate.awaitFault(CameraFault.STALLED, "no picture for 1 seconds");
    gate.awaitPhase(Phase.LIVE);
    assertThat(gate.fake().starts()).isEqualTo(1);
  }

  @Test
  void oneThatStandsStillForGoodIsStartedAgain() throws Exception {
    open("", "freeze-at=20").start();

    gate.awaitFault(CameraFault.STALLED, "did not recover in 3 seconds; it is started again");
    gate.fake().plays();
    gate.awaitPhase(Phase.LIVE);
    assertThat(gate.fake().said().get(1)).isEqualTo("end 0");
    assertThat(gate.status().reconnects()).isEqualTo(1);
  }

  @Test
  void oneThatDoesNotListenIsEndedByForceBeforeTheNextStart() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "freeze-at=20", "deaf");
    RpicamLimits hasty = RpicamGate.limits(Duration.ofSeconds(40), Duration.ofSeconds(1));
    gate = new RpicamGate(fake, fake.uri(SMALL), folder, hasty);
    gate.start();

    gate.awaitFault(CameraFault.STALLED, "did not recover");
    gate.fake().plays();
    gate.awaitPhase(Phase.LIVE);
    assertThat(gate.fake().said()).hasSize(2).allMatch(line -> line.startsWith("start"));
  }

  @Test
  void aNetworkThatFallsSilentCostsOneStartAndThenItsHelpAlone() throws Exception {
    open("", "silent-from=10").start();

    gate.awaitFault(CameraFault.FAILED, "its network fell silent; the camera is started again");
    gate.awaitStatus(s ->
        s.phase() == Phase.LIVE
            && s.message().contains("its network is silent, plates are looked for in the whole"));
    long before = gate.frames();
    await().until(() -> gate.frames() > before + 20);
    assertThat(gate.boxes()).isEmpty();
    assertThat(gate.fake().starts()).isEqualTo(2);
  }

  @Test
  void aNetworkThatComesBackIsHeededAgain() throws Exception {
    open("", "silent-from=5", "silent-to=120").start();

    gate.awaitFault(CameraFault.FAILED, "its network fell silent");
    gate.awaitStatus(s -> s.phase() == Phase.LIVE && !s.message().isEmpty());
    gate.awaitStatus(s -> s.phase() == Phase.LIVE && s.message().isEmpty());
    awaitCars();
  }

  @Test
  void aMissingPackageIsNamedAndTheLaneGoesOn() throws Exception {
    open("", "no-stage").start();

    gate.awaitStatus(s ->
        s.phase() == Phase.LIVE
            && s.message().contains("sudo apt install rpicam-apps-imx500-postprocess"));
    assertThat(gate.fake().starts()).isEqualTo(1);
    assertThat(gate.boxes()).isEmpty();
  }

  @Test
  void withoutANetworkNothingIsMissed() throws Exception {
    open("&network=none").start();

    gate.awaitPhase(Phase.LIVE);
    await().until(() -> gate.frames() > 70);
    assertThat(gate.status().message()).isEmpty();
    assertThat(gate.fake().said().getFirst()).doesNotContain("--post-process-file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tensor-every=2",
        "tensor-every=0",
        "info=708",
        "odd",
        "count=1e9",
        "piece=65536",
        "flood=300",
        "crop-at=15"
      })
  void theSensorsVehiclesAreSeenAllTheSame(String play) throws Exception {
    open("", play).start();

    await().until(() -> gate.frames() >= 40);
    awaitCars();
    assertThat(gate.status().fault()).isEmpty();
  }

  @Test
  void picturesInSinglesBytesAreThePicturesAllTheSame() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "piece=1", "fast");
    gate = new RpicamGate(fake, fake.uri("&width=64&height=64&framerate=30"), folder);
    gate.start();

    await().until(() -> gate.frames() >= 5 && gate.boxes().isPresent());
    assertThat(gate.boxes().orElseThrow()).hasSize(1);
  }

  @Test
  void aNetworkOfAnotherMakeIsReadByItsSettings() throws Exception {
    open("&order=xy&input=640&vehicles=&plates=2", "places=300", "order=xy", "input=640").start();

    await().until(() -> gate.boxes().filter(boxes -> !boxes.isEmpty()).isPresent());
    SensorBox plate = gate.boxes().orElseThrow().getFirst();
    assertThat(plate.kind()).isEqualTo(SensorBox.Kind.PLATE);
    assertThat(plate.region().overlap(CAR)).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @ValueSource(strings = {"count=-1", "count=NaN"})
  void aCountThatIsNoneMeansNoVehicle(String play) throws Exception {
    open("", play).start();

    await().until(() -> gate.frames() >= 10);
    assertThat(gate.boxes()).contains(List.of());
    assertThat(gate.status().phase()).isEqualTo(Phase.LIVE);
  }

  @Test
  void aTensorOfTheWrongLengthCountsAsSilence() throws Exception {
    open("", "numbers=599").start();

    gate.awaitFault(CameraFault.FAILED, "its network fell silent");
    gate.awaitStatus(s -> s.phase() == Phase.LIVE && s.message().contains("is silent"));
    assertThat(gate.boxes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-at=15", "cut-record-at=15"})
  void anEndInTheMiddleIsAnEndAndItIsStartedAgain(String play) throws Exception {
    open("", play).start();

    gate.awaitFault(CameraFault.ENDED, "rpicam-vid ended by itself (exit status 0)");
    assertThat(gate.frames()).isLessThanOrEqualTo(15);
    gate.fake().plays();
    gate.awaitPhase(Phase.LIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage-at=15", "timeless-at=15"})
  void aStreamOutOfStepIsGivenUpAndNeverGuessedAt(String play) throws Exception {
    open("", play).start();

    gate.awaitFault(CameraFault.GARBAGE, "what rpicam-vid sends is not what was asked for");
    assertThat(gate.greys()).allMatch(grey -> grey >= 18);
    gate.fake().plays();
    gate.awaitPhase(Phase.LIVE);
  }

  @Test
  void oneThatIsKilledIsStartedAgain() throws Exception {
    open("").start();
    gate.awaitPhase(Phase.LIVE);

    gate.fake().running().forEach(ProcessHandle::destroy);

    gate.awaitFault(CameraFault.ENDED, "rpicam-vid ended by itself (exit status 143)");
    gate.awaitPhase(Phase.LIVE);
    assertThat(gate.fake().starts()).isEqualTo(2);
  }

  @Test
  void whatWaitedThroughAPauseIsNotShownLate() throws Exception {
    open("", "late-at=20", "late=2.5").start();

    await().until(() -> gate.frames() >= 60);
    assertThat(gate.ages()).allMatch(age -> age.toMillis() < 1_000);
  }

  @Test
  void afterTooManyStartsItAsksForARestartOfTheMachineAndStartsNoMore() throws Exception {
    open("&starts=3", "fail=failed to start camera").start();

    gate.awaitFault(CameraFault.NEEDS_REBOOT, "it was started 3 times since this machine was");
    long told = gate.opened();
    await().until(() -> gate.opened() >= told + 2); // it is asked again, and says the same
    assertThat(gate.fake().starts()).isEqualTo(3);
    assertThat(gate.status().fault()).contains(CameraFault.NEEDS_REBOOT);
  }

  @Test
  void paddedRowsAreShownWithoutTheirPadding() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder);
    gate = new RpicamGate(fake, fake.uri("&width=800&height=600&framerate=10"), folder);
    gate.start();

    await().until(() -> gate.frames() >= 3);
    assertThat(gate.edges()).allSatisfy(edge -> assertThat(edge[0]).isCloseTo(edge[1], within(1)));
  }
}
