package io.gatehouse.lane;

import static io.gatehouse.support.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraStatus;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice.Kind;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a lane shows of its vehicles, and how it goes on and ends. */
class LaneTest extends LaneFixture {

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
}
