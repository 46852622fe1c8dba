package io.gatehouse.decide;

import static io.gatehouse.support.Proposals.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionDeskTest {

  private final DecisionDesk desk = new DecisionDesk(2);

  @Test
  void newVehicleNeverReplacesTheOneTheGuardWorksOn() {
    arrive(1, 2, 3);

    assertThat(current()).isEqualTo(1);
    assertThat(waiting()).containsExactly(2L, 3L);
  }

  @Test
  void vehicleThatLeftUndecidedStaysMarked() {
    arrive(1, 2);
    desk.left(1);

    assertThat(current()).isEqualTo(1);
    assertThat(desk.view().current().orElseThrow().gone()).isTrue();
  }

  @Test
  void vehicleThatCameBackIsNoLongerGone() {
    arrive(1);
    desk.left(1);

    assertThat(desk.revise(proposal(1, "29A12345", 0.9))).isTrue();
    assertThat(desk.find(1).orElseThrow().gone()).isFalse();
  }

  @Test
  void nextInLineIsWhoStandsAtTheBarrierBeforeWhoIsGone() {
    arrive(1, 2, 3);
    desk.left(2);
    decideAndSettle(1);

    assertThat(current()).isEqualTo(3);
    assertThat(waiting()).containsExactly(2L);
  }

  @Test
  void workOnBringsAVehicleToTheFrontAndTheOtherWaitsFirst() {
    arrive(1, 2, 3);
    desk.workOn(3);
    desk.workOn(99);

    assertThat(current()).isEqualTo(3);
    assertThat(waiting()).containsExactly(1L, 2L);
  }

  @Test
  void proposalIsRevisedUntilItIsDecided() {
    arrive(1);
    desk.revise(proposal(1, "29A12345", 0.9));
    assertThat(text(1)).isEqualTo("29A12345");

    assertThat(desk.decide(1).orElseThrow().proposal().plate().text()).isEqualTo("29A12345");
    assertThat(desk.revise(proposal(1, "29A99999", 0.9))).isFalse();
    assertThat(text(1)).isEqualTo("29A12345");
  }

  @Test
  void heldProposalIsRevisedOnlyWhenTheGuardHasDone() {
    arrive(1, 2);
    desk.hold(true);
    desk.revise(proposal(1, "29A11111", 0.9));
    desk.revise(proposal(1, "29A22222", 0.9));
    desk.revise(proposal(2, "29A33333", 0.9));
    desk.left(1);

    assertThat(text(1)).isEqualTo("30A00001");
    assertThat(text(2)).isEqualTo("29A33333");
    desk.hold(false);
    assertThat(text(1)).isEqualTo("29A22222");
    assertThat(desk.find(1).orElseThrow().gone()).isTrue();
  }

  @Test
  void holdEndsWithTheDecision() {
    arrive(1, 2);
    desk.hold(true);
    decideAndSettle(1);
    desk.revise(proposal(2, "29A22222", 0.9));

    assertThat(text(2)).isEqualTo("29A22222");
  }

  @Test
  void vehicleIsDecidedOnceUnlessItIsTakenBack() {
    arrive(1);

    assertThat(desk.decide(1)).isPresent();
    assertThat(desk.view().current().orElseThrow().storing()).isTrue();
    assertThat(desk.decide(1)).isEmpty();

    desk.takenBack(1);
    assertThat(desk.decide(1)).isPresent();
    desk.settled(1);
    assertThat(desk.decide(1)).isEmpty();
    assertThat(desk.view().all()).isEmpty();
  }

  @Test
  void onlyGoneVehiclesBeyondTheLimitAreOverdueOldestFirstAndNeverTheCurrentOne() {
    arrive(1, 2, 3, 4, 5, 6);
    List.of(1L, 2L, 3L, 4L, 5L).forEach(desk::left);

    assertThat(desk.overdue()).extracting(Pending::vehicle).containsExactly(2L, 3L);
    desk.decide(2);
    assertThat(desk.overdue()).extracting(Pending::vehicle).containsExactly(3L);
  }

  @Test
  void limitMustLeaveRoom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecisionDesk(0))
        .withMessageContaining("mostGone is 0");
  }

  private void arrive(long... vehicles) {
    for (long vehicle : vehicles) {
      desk.propose(proposal(vehicle, "30A0000" + vehicle, 0.9), true, 0);
    }
  }

  private void decideAndSettle(long vehicle) {
    assertThat(desk.decide(vehicle)).isPresent();
    desk.settled(vehicle);
  }

  private long current() {
    return desk.view().current().orElseThrow().vehicle();
  }

  private List<Long> waiting() {
    return desk.view().waiting().stream().map(Pending::vehicle).toList();
  }

  private String text(long vehicle) {
    return desk.find(vehicle).orElseThrow().proposal().plate().text();
  }
}
