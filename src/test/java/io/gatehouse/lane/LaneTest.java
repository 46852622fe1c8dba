package io.gatehouse.lane;

import static io.gatehouse.support.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSlot;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Region;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.CarGrammar;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.RecordingBarrier;
import io.gatehouse.support.RecordingTrail;
import io.gatehouse.support.ScriptedRecognizer;
import io.gatehouse.support.ScriptedVehicles;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaneTest {

  private static final Region PLATE = new Region(60, 90, 80, 20);
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;

  private final FakeTime time = new FakeTime();
  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, time);
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
  private final FakePassageStore store = new FakePassageStore();
  private final RecordingBarrier barrier = new RecordingBarrier();
  private final RecordingTrail trail = new RecordingTrail();
  private final ScriptedRecognizer recognizer = new ScriptedRecognizer();
  private final ScriptedVehicles vehicles = new ScriptedVehicles();
  private final Lane lane = lane(Optional.empty());

  @AfterEach
  void nothingEscapesAndNothingLeaks() {
    lane.close();
    assertThat(uncaught).isEmpty();
    assertThat(pool.live()).isZero();
  }

  @Test
  void vehicleIsProposedConfirmedStoredAndTheBarrierOpens() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    PendingVehicle vehicle = current();

    Passage passage = confirm(vehicle, "29A12345");

    assertThat(passage.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(passage.plate()).isEqualTo("29A12345");
    assertThat(passage.decidedBy()).isEqualTo("Lan");
    assertThat(passage.capturedAt()).isEqualTo(vehicle.proposal().picture().capturedAt());
    assertThat(store.picture(passage.id(), PictureSize.FULL).orElseThrow())
        .isEqualTo(vehicle.picture());
    assertThat(store.picture(passage.id(), PictureSize.CROP).orElseThrow())
        .isEqualTo(vehicle.crop().orElseThrow());
    assertThat(store.picture(passage.id(), PictureSize.THUMBNAIL)).isPresent();
    assertThat(barrier.opened()).isEqualTo(1);
    assertThat(lane.state().current()).isEmpty();
    assertThat(lane.state().recent()).containsExactly(passage);
  }

  @Test
  void otherTextIsACorrection() throws Exception {
    start(lane);
    vehicleStands("29A12345");

    Passage passage = confirm(current(), "29A-123.46");

    assertThat(passage.outcome()).isEqualTo(Outcome.CORRECTED);
    assertThat(passage.plate()).isEqualTo("29A12346");
    assertThat(passage.readText()).isEqualTo("29A12345");
  }

  @Test
  void vehicleWithoutAReadablePlateIsTypedIn() throws Exception {
    start(lane);
    vehicles.comes();
    show(5);
    vehicles.stands();
    show(30);
    assertThat(current().proposal().plate().isEmpty()).isTrue();
    assertThat(current().crop()).isEmpty();
    assertThat(current().picture()).isNotEmpty();

    Passage passage = confirm(current(), "29A12345");

    assertThat(passage.outcome()).isEqualTo(Outcome.TYPED);
    assertThat(passage.hasPicture()).isTrue();
  }

  @Test
  void rejectedVehicleIsStoredAndTheBarrierStaysShut() throws Exception {
    start(lane);
    vehicleStands("29A12345");

    Passage passage =
        lane.reject(current().proposal().vehicle(), "denied", "Lan").get(20, TimeUnit.SECONDS);

    assertThat(passage.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(store.search(PassageQuery.newest(10)).total()).isEqualTo(1);
    assertThat(barrier.opened()).isZero();
  }

  @Test
  void tapIsShownAtOnceAndASecondTapGivesTheFirstAnswer() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    long vehicle = current().proposal().vehicle();
    CompletableFuture<Passage> first;
    CompletableFuture<Passage> second;

    synchronized (store) { // the disk is slow
      first = lane.confirm(vehicle, "29A12345", "Lan");
      second = lane.confirm(vehicle, "29A99999", "Minh");
      assertThat(current().storing()).isTrue();
      assertThat(first).isNotDone();
    }

    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
    assertThat(lane.reject(vehicle, "", "Minh").get(20, TimeUnit.SECONDS)).isEqualTo(first.get());
    assertThat(store.search(PassageQuery.newest(10)).total()).isEqualTo(1);
    assertThat(barrier.opened()).isEqualTo(1);
  }

  @Test
  void whatCannotBeStoredStaysOnTheDeskWithTheBarrierShutUntilTheNextTap() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    long vehicle = current().proposal().vehicle();
    store.breakDown("the disk is gone");

    CompletableFuture<Passage> failed = lane.confirm(vehicle, "29A12345", "Lan");
    assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StoreException.class)
        .hasMessageContaining("the disk is gone");
    assertThat(barrier.opened()).isZero();
    assertThat(lane.state().notice()).map(LaneNotice::kind).contains(Kind.STORE_FAILED);
    assertThat(current().storing()).isFalse();

    store.mend();
    confirm(current(), "29A12345");
    assertThat(barrier.opened()).isEqualTo(1);
    assertThat(lane.state().notice()).isEmpty();
  }

  @Test
  void barrierThatFailsKeepsThePassageAndIsReported() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    barrier.breakDown("the relay does not answer; check its cable");

    Passage passage = confirm(current(), "29A12345");

    assertThat(store.find(passage.id())).isPresent();
    assertThat(lane.state().notice())
        .contains(
            new LaneNotice(Kind.BARRIER_FAILED, "the relay does not answer; check its cable"));
    lane.dismissNotice();
    assertThat(lane.state().notice()).isEmpty();
  }

  @Test
  void entryByHandIsStoredWithTheNewestFrameOrWithoutAny() throws Exception {
    lane.start();
    Passage without = lane.enterByHand("29a-123.45", "Lan").get(20, TimeUnit.SECONDS);
    show(3);
    Passage with = lane.enterByHand("30F67890", "Lan").get(20, TimeUnit.SECONDS);
    time.advance(Duration.ofMinutes(1));
    Passage stale = lane.enterByHand("30F67891", "Lan").get(20, TimeUnit.SECONDS);

    assertThat(without.hasPicture()).isFalse();
    assertThat(without.plate()).isEqualTo("29A12345");
    assertThat(without.outcome()).isEqualTo(Outcome.TYPED);
    assertThat(with.hasPicture()).isTrue();
    assertThat(stale.hasPicture()).isFalse();
    assertThat(stale.capturedAt()).isEqualTo(time.now());
    assertThat(barrier.opened()).isEqualTo(3);
    assertThat(lane.state().recent()).containsExactly(stale, with, without);
  }

  @Test
  void frameThatBreaksTheRecogniserDoesNotStopTheLane() throws Exception {
    start(lane);
    vehicles.comes();
    recognizer.does(frame -> {
      throw new IllegalStateException("the model choked");
    });
    show(3);
    await().until(() -> lane.state().notice().isPresent());
    assertThat(lane.state().notice().orElseThrow().kind()).isEqualTo(Kind.RECOGNITION_FAILED);
    assertThat(lane.state().notice().orElseThrow().detail()).contains("frame", "choked");

    vehicleStands("29A12345");
    assertThat(current().proposal().plate().text()).isEqualTo("29A12345");

    recognizer.reads(reading("29A12345", PLATE, 0.95));
    show(110);
    await().until(() -> lane.state().notice().isEmpty());
  }

  @Test
  void lastVisitsOfThePlateAreShown() throws Exception {
    start(lane);
    Passage earlier = lane.enterByHand("29A12345", "Lan").get(20, TimeUnit.SECONDS);

    vehicleStands("29A12345");

    await().untilAsserted(() -> assertThat(current().lastVisits()).containsExactly(earlier));
  }

  @Test
  void newVehicleWaitsBehindTheOneTheGuardWorksOn() throws Exception {
    start(lane);
    vehicleStands("29A12345");
    long first = current().proposal().vehicle();
    vehicles.leaves();
    recognizer.reads();
    show(30);
    await().until(() -> current().gone());
    vehicleStands("30F67890");
    await().until(() -> lane.state().waiting().size() == 1);

    assertThat(current().proposal().vehicle()).isEqualTo(first);
    long second = lane.state().waiting().getFirst().proposal().vehicle();
    lane.workOn(second);
    assertThat(current().proposal().vehicle()).isEqualTo(second);
    confirm(current(), "30F67890");
    assertThat(current().proposal().vehicle()).isEqualTo(first);
  }

  @Test
  void whileTheGuardEditsHeSeesTheSameProposalAndPicture() throws Exception {
    start(lane);
    vehicleStands("29A12845");
    PendingVehicle before = current();
    lane.hold(true);

    recognizer.reads(reading("29A12345", PLATE, 0.999));
    show(40);
    assertThat(current().proposal()).isEqualTo(before.proposal());
    assertThat(current().picture()).isEqualTo(before.picture());

    lane.hold(false);
    assertThat(current().proposal().plate().text()).isEqualTo("29A12345");
    assertThat(current().crop()).isPresent();
  }

  @Test
  void laneWithoutAGuardLetsSureVehiclesThroughAndTurnsUnreadOnesAway() throws Exception {
    lane.close();
    try (Lane alone = lane(Optional.of(AutoGuard.standard()))) {
      start(alone);
      vehicleStands(alone, "29A12345");
      await().until(() -> store.search(PassageQuery.newest(9)).total() == 1);
      vehicles.leaves();
      recognizer.reads();
      show(alone, 30);
      vehicles.comes();
      show(alone, 5);
      vehicles.stands();
      show(alone, 140);
      await().until(() -> store.search(PassageQuery.newest(9)).total() == 2);
    }

    List<Passage> passages = store.search(PassageQuery.newest(9)).passages();
    assertThat(passages)
        .extracting(Passage::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.AUTOMATIC);
    assertThat(passages).extracting(Passage::decidedBy).containsOnly(AutoGuard.NAME);
    assertThat(barrier.opened()).isEqualTo(1);
  }

  @Test
  void unattendedLaneTriesAgainAfterAFailureOfTheStore() throws Exception {
    lane.close();
    store.breakDown("the disk is gone");
    try (Lane alone = lane(Optional.of(AutoGuard.standard()))) {
      start(alone);
      vehicleStands(alone, "29A12345");
      await().until(() -> alone.state().notice().isPresent());
      store.mend();
      show(alone, 60);
      await().until(() -> store.search(PassageQuery.newest(9)).total() == 1);
    }
    assertThat(barrier.opened()).isEqualTo(1);
  }

  @Test
  void stateShowsCameraMarksAndDirection() throws Exception {
    start(lane);
    CameraStatus live = new CameraStatus(CameraStatus.Phase.LIVE, 12, 0, Optional.empty(), "");
    lane.onCamera(live);
    lane.reverse(Direction.OUT);
    vehicleStands("29A12345");

    assertThat(lane.state().camera()).isEqualTo(live);
    assertThat(lane.state().direction()).isEqualTo(Direction.OUT);
    assertThat(lane.state().frameWidth()).isEqualTo(WIDTH);
    assertThat(lane.state().marks()).extracting(LaneState.Mark::region).containsExactly(PLATE);
    assertThat(confirm(current(), "29A12345").direction()).isEqualTo(Direction.OUT);

    lane.onCamera(
        new CameraStatus(CameraStatus.Phase.RECONNECTING, 0, 1, Optional.empty(), "lost"));
    assertThat(lane.state().marks()).isEmpty();
  }

  @Test
  void closedSubscriptionIsNotTold() {
    List<LaneState> told = new ArrayList<>();
    LaneControl.Subscription subscription = lane.subscribe(told::add);
    lane.reverse(Direction.OUT);
    subscription.close();
    lane.reverse(Direction.IN);

    assertThat(told).extracting(LaneState::direction).containsExactly(Direction.IN, Direction.OUT);
  }

  @Test
  void closingEndsAllThreadsAndFreesAllFramesThoughTheRecogniserIsBusy() throws Exception {
    start(lane);
    CountDownLatch busy = new CountDownLatch(1);
    vehicleStands("29A12345");
    recognizer.does(frame -> {
      busy.countDown();
      try {
        Thread.currentThread().join(); // until interrupted
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    });
    showOne(lane);
    assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

    lane.close();

    await()
        .untilAsserted(() ->
            assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("recognition", "passage-recorder"));
    assertThat(pool.live()).isZero();
    assertThatThrownBy(() -> lane.enterByHand("29A12345", "Lan").get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StoreException.class);
  }

  private Lane lane(Optional<AutoGuard> autoGuard) {
    Pictures.factory(); // loads the natives
    FrameSlot slot = new FrameSlot();
    PictureKeeper pictures = new PictureKeeper(new JpegEncoder(80));
    VehicleTracker tracker = new VehicleTracker(VoteParameters.defaults(), new CarGrammar());
    return new Lane(
        new LaneParts(
            slot,
            target -> false,
            new Recognition(slot, vehicles, recognizer, tracker, pictures),
            pictures,
            new DecisionDesk(20),
            autoGuard,
            new PassageRecorder(store, trail, barrier, threads),
            Optional.empty(),
            OptionalInt.empty(),
            new CarGrammar(),
            time,
            threads),
        LaneState.before("Cổng A", Direction.IN, Optional.empty()));
  }

  /** An empty lane at first: what is there from the start did not come. */
  private void start(Lane starting) throws InterruptedException {
    starting.start();
    show(starting, 15);
  }

  private Passage confirm(PendingVehicle vehicle, String plate) throws Exception {
    return lane.confirm(vehicle.proposal().vehicle(), plate, "Lan").get(20, TimeUnit.SECONDS);
  }

  private PendingVehicle current() {
    return lane.state().current().orElseThrow();
  }

  private void vehicleStands(String plate) throws InterruptedException {
    vehicleStands(lane, plate);
    await().until(() -> lane.state().current().isPresent());
  }

  private void vehicleStands(Lane in, String plate) throws InterruptedException {
    vehicles.comes();
    recognizer.reads();
    show(in, 5);
    vehicles.stands();
    recognizer.reads(reading(plate, PLATE, 0.95));
    show(in, 12);
  }

  private void show(int count) throws InterruptedException {
    show(lane, count);
  }

  /** So many frames, a tenth of a second apart, each taken before the next comes. */
  private void show(Lane in, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      showOne(in);
      time.advance(Duration.ofMillis(100));
    }
  }

  private void showOne(Lane in) throws InterruptedException {
    try (Frame frame = Pictures.plain(frames, WIDTH, HEIGHT, 40, 80, 120)) {
      in.accept(frame);
    }
    vehicles.awaitFrame();
  }
}
