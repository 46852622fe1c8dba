package io.gatehouse.parking.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.support.Assessments;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UnguardedTest {

  private static final String PLATE = "59P112345";
  private static final OptionalInt NINETY = OptionalInt.of(90);

  @Test
  void anEntryIsFreeUnlessDeniedOrTheSiteIsFull() {
    ListVerdict denied = Assessments.listed(ListKind.DENIED, PLATE);
    Assessment full =
        new Assessment.Entry(
            PLATE,
            VehicleKind.CAR,
            ListVerdict.NONE,
            Optional.empty(),
            new Occupancy(VehicleKind.CAR, 20, 20));

    assertThat(Unguarded.objection(Assessments.entry(PLATE))).isEmpty();
    assertThat(Unguarded.objection(Assessments.entry(PLATE, denied, Optional.empty())))
        .contains("on the list of denied vehicles");
    assertThat(Unguarded.objection(full)).contains("the site is full");
  }

  @Test
  void anExitNeedsItsEntryAndNothingDue() {
    ExitCandidate free = Assessments.candidate(PLATE, 0, 0);
    ExitCandidate due = Assessments.candidate(PLATE, 0, 4_000);
    ExitCandidate like = Assessments.candidate("59P112346", 1, 0);

    assertThat(Unguarded.objection(Assessments.exit(PLATE, free))).isEmpty();
    assertThat(Unguarded.objection(Assessments.exit(PLATE, due)))
        .contains("a fee is to be collected");
    assertThat(Unguarded.objection(Assessments.exit(PLATE, like)))
        .contains("no entry of this plate is known");
  }

  @Test
  void aLaneOpensForASurelyReadSubscriberOnly() {
    ListVerdict subscriber = Assessments.listed(ListKind.SUBSCRIBER, PLATE);
    Assessment known = Assessments.entry(PLATE, subscriber, Optional.empty());

    assertThat(Unguarded.opensForSubscriber(known, 0.95, NINETY)).isTrue();
    assertThat(Unguarded.opensForSubscriber(known, 0.85, NINETY)).isFalse();
    assertThat(Unguarded.opensForSubscriber(known, 0.95, OptionalInt.empty())).isFalse();
    assertThat(Unguarded.opensForSubscriber(Assessments.entry(PLATE), 0.99, NINETY)).isFalse();
  }

  @Test
  void aSubscriberWhoIsInsideAlreadyIsTheGuardsToSettle() {
    ListVerdict subscriber = Assessments.listed(ListKind.SUBSCRIBER, PLATE);
    Assessment twice = Assessments.entry(PLATE, subscriber, Optional.of(Assessments.stay(PLATE)));

    assertThat(Unguarded.opensForSubscriber(twice, 0.99, NINETY)).isFalse();
  }

  @Test
  void aPlateLikeASubscribersOpensNothing() {
    ListVerdict like =
        new ListVerdict(
            java.util.List.of(), Assessments.listed(ListKind.SUBSCRIBER, PLATE).matches());

    Assessment nearly = Assessments.entry("59P112346", like, Optional.empty());
    assertThat(Unguarded.opensForSubscriber(nearly, 0.99, NINETY)).isFalse();
  }
}
