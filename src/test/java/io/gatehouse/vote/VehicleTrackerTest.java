package io.gatehouse.vote;

import static io.gatehouse.support.Readings.PLACE;
import static io.gatehouse.support.Readings.doubtful;
import static io.gatehouse.support.Readings.reading;
import static io.gatehouse.support.VehicleScript.both;
import static io.gatehouse.support.VehicleScript.nothing;
import static io.gatehouse.support.VehicleScript.plate;
import static io.gatehouse.support.VehicleScript.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.camera.Region;
import io.gatehouse.support.VehicleScript;
import io.gatehouse.support.VehicleScript.Visible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleTrackerTest {

  private static final Region FAR = new Region(600, 100, 60, 15);
  private static final Region OUT = new Region(300, 640, 220, 55);
  private static final Region BESIDE = new Region(900, 400, 160, 40);
  private static final Region KERB = new Region(40, 250, 70, 18);

  @ParameterizedTest
  @ValueSource(doubles = {3, 7, 15, 30})
  void vehicleThatComesStandsAndLeavesIsOnePassageAtAnyFrameRate(double framesPerSecond) {
    VehicleScript lane =
        new VehicleScript(framesPerSecond)
            .emptyLane(3)
            .moving(2, plate("29A12345", FAR, PLACE))
            .standing(20, plate("29A12345"))
            .moving(1, plate("29A12345", PLACE, OUT))
            .emptyLane(15);

    assertThat(lane.story()).containsExactly("+1 29A12345", "-1");
  }

  @Test
  void eachPhotographOfAFolderIsAVehicleThatCameTheFirstOneToo() {
    VehicleScript folder =
        new VehicleScript(10)
            .photograph(2, plate("29A12345"))
            .photograph(2, plate("30F67890"))
            .photograph(2, plate("51G99999"))
            .end();

    assertThat(folder.story())
        .containsExactly("+1 29A12345", "-1", "+2 30F67890", "-2", "+3 51G99999", "-3");
    assertThat(folder.proposed()).allMatch(VoteEvent.Proposed::arrived);
  }

  @Test
  void photographShownTooShortlyToVoteOrWithoutAReadablePlateIsAProposalAllTheSame() {
    VehicleScript folder =
        new VehicleScript(10)
            .photograph(0.1, plate("29A12345"))
            .photograph(1, nothing())
            .photograph(0.1, reads(i -> reading("30F67890", PLACE, 0.6)))
            .photograph(0.1, nothing())
            .end();

    assertThat(folder.story())
        .containsExactly("+1 29A12345", "-1", "+2 ", "-2", "+3 30F67890", "-3", "+4 ", "-4");
  }

  @Test
  void twoPhotographsOfOneVehicleAreOnePassage() {
    VehicleScript folder =
        new VehicleScript(10)
            .photograph(2, plate("29A12345", FAR))
            .photograph(2, plate("29A12345", PLACE))
            .end();

    assertThat(folder.story()).containsExactly("+1 29A12345", "-1", "~1 29A12345", "-1");
  }

  @Test
  void vehicleThatWasReadWhenThePicturesEndIsProposed() {
    VehicleScript clip =
        new VehicleScript(10).emptyLane(3).moving(0.3, plate("29A12345", FAR, PLACE)).end();

    assertThat(clip.story()).containsExactly("+1 29A12345", "-1");
    assertThat(clip.end().story()).containsExactly("+1 29A12345", "-1");
  }

  @Test
  void pictureOfAVehicleReadFarAwayIsReplacedByANearOneReadAsSurely() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(2, plate("29A12345", FAR, PLACE))
            .standing(3, plate("29A12345"));

    Proposal first = lane.proposed().getFirst().proposal();
    VoteEvent.Revised last = (VoteEvent.Revised) lane.events().getLast();
    assertThat(last.proposal().plate()).isEqualTo(first.plate());
    assertThat(last.proposal().plateRegion().orElseThrow().height())
        .isGreaterThan(2 * first.plateRegion().orElseThrow().height());
  }

  @Test
  void vehicleThatStandsForAnHourStaysOnePassageAndHoldsFewFrames() {
    VehicleScript lane =
        new VehicleScript(3)
            .emptyLane(3)
            .moving(2, plate("29A12345", FAR, PLACE))
            .standing(3600, reads(i -> reading(i % 7 == 0 ? "29A12845" : "29A12345", PLACE, 0.9)));

    assertThat(lane.story()).containsExactly("+1 29A12345");
    assertThat(lane.mostFramesInUse()).isLessThanOrEqualTo(3);
  }

  @Test
  void shortDropOutsOfReadingDoNotMakeASecondPassage() {
    VehicleScript lane =
        new VehicleScript(10).emptyLane(3).moving(2, plate("29A12345", FAR, PLACE));
    for (int i = 0; i < 5; i++) {
      lane.standing(4, plate("29A12345")).standing(6, nothing()).moving(2, nothing());
    }

    assertThat(lane.story()).containsExactly("+1 29A12345");
  }

  @Test
  void boomArmThatHidesTheVehicleForAMomentDoesNotMakeASecondPassage() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(2, plate("29A12345", FAR, PLACE))
            .standing(3, plate("29A12345"))
            .decided(1)
            .emptyLane(4)
            .standing(3, plate("29A12345"))
            .emptyLane(4)
            .standing(3, reads(i -> doubtful("29A12845", 0.95, 5, 0.6)));

    assertThat(lane.story()).containsExactly("+1 29A12345", "-1", "-1");
  }

  @Test
  void vehicleThatComesBackIntoViewUndecidedIsRevisedNotProposedAgain() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(2, plate("29A12345", FAR, PLACE))
            .standing(3, plate("29A12345"))
            .emptyLane(4)
            .standing(3, plate("29A12345"));

    assertThat(lane.story()).containsExactly("+1 29A12345", "-1", "~1 29A12345");
  }

  @Test
  void samePlateAfterAWhileIsANewPassage() {
    Visible coming = plate("29A12345", FAR, PLACE);
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(2, coming)
            .standing(3, plate("29A12345"))
            .decided(1)
            .emptyLane(60)
            .moving(2, coming)
            .standing(3, plate("29A12345"));

    assertThat(lane.story()).containsExactly("+1 29A12345", "-1", "+2 29A12345");
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 15})
  void vehicleRightBehindTheOtherIsANewPassage(double framesPerSecond) {
    VehicleScript lane =
        new VehicleScript(framesPerSecond)
            .emptyLane(3)
            .moving(2, plate("29A12345", FAR, PLACE))
            .standing(3, both(plate("29A12345"), plate("30F67890", FAR)))
            .decided(1)
            .moving(2, both(plate("29A12345", PLACE, OUT), plate("30F67890", FAR, PLACE)))
            .standing(3, plate("30F67890"));

    assertThat(lane.story()).containsExactly("+1 29A12345", "+2 30F67890", "-1");
  }

  @Test
  void consecutiveNumbersOfOneFleetAreTwoVehicles() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(1, plate("29B12345", FAR, PLACE))
            .standing(2, plate("29B12345"))
            .decided(1)
            .moving(1, plate("29B12345", PLACE, OUT))
            .emptyLane(2)
            .moving(1, plate("29B12346", FAR, PLACE))
            .standing(2, plate("29B12346"));

    assertThat(lane.story()).containsExactly("+1 29B12345", "-1", "+2 29B12346");
  }

  @Test
  void motorbikesSideBySideAreTwoVehicles() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(
                1,
                both(
                    plate("29B12345", FAR, PLACE),
                    plate("29B12346", new Region(760, 100, 60, 15), BESIDE)))
            .standing(10, both(plate("29B12345"), plate("29B12346", BESIDE)));

    assertThat(lane.story()).containsExactlyInAnyOrder("+1 29B12345", "+2 29B12346");
  }

  @Test
  void standingVehicleComesBeforeTheOneBehindIt() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(1, plate("29A12345", FAR, PLACE))
            .standing(4, both(plate("30F67890", FAR), plate("29A12345")));

    assertThat(lane.story()).containsExactly("+1 29A12345");

    lane.standing(10, both(plate("30F67890", FAR), plate("29A12345")));
    assertThat(lane.story()).as("it does not wait for ever").endsWith("+2 30F67890");
  }

  @Test
  void plateParkedInTheBackgroundIsShownOnceAsSuchAndBlocksNobody() {
    Visible parked = plate("59X99999", KERB);
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(30, parked)
            .moving(2, both(parked, plate("29A12345", FAR, PLACE)))
            .standing(4, both(parked, plate("29A12345")))
            .decided(2)
            .moving(1, plate("29A12345", PLACE, OUT))
            .emptyLane(600, (i, share) -> i % 50 == 0 ? parked.in(i, share) : nothing().in(0, 0))
            .moving(2, both(parked, plate("30F67890", FAR, PLACE)))
            .standing(4, both(parked, plate("30F67890")));

    assertThat(lane.proposed())
        .extracting(p -> p.proposal().plate().text(), p -> p.arrived())
        .containsExactly(
            tuple("59X99999", false), tuple("29A12345", true), tuple("30F67890", true));
  }

  @Test
  void vehicleWithoutAReadablePlateIsProposedOnceWithAnEmptyText() {
    VehicleScript lane =
        new VehicleScript(10).emptyLane(3).moving(2, nothing()).standing(1.5, nothing());
    assertThat(lane.story()).isEmpty();

    lane.standing(30, nothing()).moving(2, nothing()).standing(5, nothing());
    assertThat(lane.story()).containsExactly("+1 ");

    lane.emptyLane(3).moving(1, nothing()).standing(3, nothing());
    assertThat(lane.story()).containsExactly("+1 ", "-1", "+2 ");
  }

  @Test
  void laneThatTheVehicleDetectorHasYetToLearnIsNoVehicle() {
    VehicleScript lane =
        new VehicleScript(10).moving(0.7, nothing()).standing(30, nothing()).emptyLane(10);

    assertThat(lane.story()).isEmpty();
  }

  @Test
  void plateThatBecomesReadableLaterRevisesTheVehicleProposedWithoutOne() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(2, nothing())
            .standing(4, nothing())
            .standing(3, plate("29A12345"));

    assertThat(lane.story()).containsExactly("+1 ", "~1 29A12345");
  }

  @Test
  void vehicleBehindADecidedOneWithoutAPlateIsNew() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(2, nothing())
            .standing(4, nothing())
            .decided(1)
            .moving(2, nothing())
            .standing(3, plate("29A12345"))
            .decided(2)
            .moving(2, nothing())
            .standing(4, nothing());

    assertThat(lane.story()).containsExactly("+1 ", "-1", "+2 29A12345", "-2", "+3 ");
  }

  @Test
  void plateThatStandsWithAReadablePlateIsNotProposedWithoutOneAsWell() {
    VehicleScript lane =
        new VehicleScript(10)
            .standing(10, plate("29A12345"))
            .standing(20, nothing())
            .standing(10, plate("29A12345"));

    assertThat(lane.story()).containsExactly("+1 29A12345");
  }

  @Test
  void farMisreadDoesNotStayWhenTheNearPlateIsReadOtherwise() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(1, reads(i -> reading("29A12845", FAR, 0.97)))
            .moving(1, plate("29A12345", FAR, PLACE))
            .standing(2, plate("29A12345"));

    assertThat(lane.story().getFirst()).startsWith("+1 ");
    assertThat(lane.story().getLast()).isEqualTo("~1 29A12345");
    assertThat(lane.proposed()).hasSize(1);
  }

  @Test
  void vehicleThatDrivesThroughWithoutStoppingIsNotLost() {
    VehicleScript lane =
        new VehicleScript(3).emptyLane(3).moving(0.7, plate("29A12345", FAR, OUT)).emptyLane(4);

    assertThat(lane.story()).containsExactly("+1 29A12345", "-1");
  }

  @Test
  void singleJunkReadingIsNoVehicle() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(0.1, reads(i -> reading("C00D", PLACE, 0.97)))
            .moving(2, reads(i -> reading("29A12345", PLACE, 0.2)))
            .moving(1, reads(i -> reading("TAXI", PLACE, 0.99)))
            .emptyLane(40);

    assertThat(lane.story()).isEmpty();
  }

  @Test
  void placeReadInTwoWaysByTurnsIsOneVehicle() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .moving(1, nothing())
            .standing(30, reads(i -> reading(i % 2 == 0 ? "29A12345" : "Z9AIZ3AS", PLACE, 0.6)));

    assertThat(lane.proposed()).hasSize(1);
  }

  @Test
  void pictureIsTheFrameThatWasReadSurestAmongThoseThatAgree() {
    VehicleScript lane = new VehicleScript(10).emptyLane(3).moving(1, nothing());
    long first = lane.sequence();
    lane.standing(
        1,
        reads(i ->
            switch (i) {
              case 2 -> reading("29A12845", PLACE, 0.99);
              case 3 -> reading("29A12345", PLACE, 0.93);
              default -> reading("29A12345", PLACE, 0.8);
            }));

    Proposal proposal = lane.proposed().getFirst().proposal();
    assertThat(proposal.plate().text()).isEqualTo("29A12345");
    assertThat(proposal.picture().sequence()).isEqualTo(first + 3);
    assertThat(proposal.plateRegion()).contains(PLACE);
    assertThat(proposal.reader()).isEqualTo("scripted");
  }

  @Test
  void picturesOfDifferentVehiclesOneAfterTheOtherAreVehiclesEach() {
    VehicleScript lane = new VehicleScript(5);
    for (int i = 0; i < 5; i++) {
      Region place = new Region(300 + 60 * i, 300 + 20 * i, 160, 40);
      String text = "%d%s%d".formatted(30 + 3 * i, "ABCDE".charAt(i), 10203 + 11111 * i);
      lane.moving(0.2, plate(text, place)).standing(1.8, plate(text, place));
    }

    assertThat(lane.proposed())
        .extracting(p -> p.proposal().plate().text())
        .containsExactly("30A10203", "33B21314", "36C32425", "39D43536", "42E54647");
  }
}
