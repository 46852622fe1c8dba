package io.gatehouse.vote;

import static io.gatehouse.support.Readings.PLACE;
import static io.gatehouse.support.Readings.reading;
import static io.gatehouse.support.Readings.unsure;
import static io.gatehouse.support.VehicleScript.plate;
import static io.gatehouse.support.VehicleScript.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Region;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.Sureness;
import io.gatehouse.support.VehicleScript;
import org.junit.jupiter.api.Test;

/** When a vehicle that was proposed is told anew. */
class VehicleRevisionTest {

  private static final Region FAR = new Region(600, 100, 60, 15);

  @Test
  void plateThatIsReadSurelyOnlyAfterItWasProposedIsRevisedToSure() {
    PlateReading cheap = unsure(reading("29A12345", PLACE, 0.95));
    PlateReading dear = reading("29A12345", PLACE, 0.95);
    VehicleScript lane =
        new VehicleScript(15)
            .emptyLane(3)
            .moving(0.5, reads(i -> cheap))
            .standing(1, reads(i -> i == 4 ? dear : cheap));

    assertThat(lane.proposed())
        .extracting(p -> p.proposal().sureness())
        .containsExactly(Sureness.DOUBTFUL);
    VoteEvent.Revised last = (VoteEvent.Revised) lane.events().getLast();
    assertThat(last.proposal().sureness()).isEqualTo(Sureness.SURE);
    assertThat(last.proposal().plate().text()).isEqualTo("29A12345");
  }

  @Test
  void plateThatIsReadSurelyAsAnotherTooIsRevisedToDoubtful() {
    PlateReading other = reading("29A12845", PLACE, 0.96);
    VehicleScript lane =
        new VehicleScript(15)
            .emptyLane(3)
            .standing(1, plate("29A12345"))
            .standing(1, reads(i -> i == 3 ? other : reading("29A12345", PLACE, 0.95)));

    assertThat(lane.proposed().getFirst().proposal().sureness()).isEqualTo(Sureness.SURE);
    VoteEvent.Revised last = (VoteEvent.Revised) lane.events().getLast();
    assertThat(last.proposal().sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(last.proposal().plate().text()).isEqualTo("29A12345");
  }

  @Test
  void decidedVehicleIsNotRevised() {
    VehicleScript lane =
        new VehicleScript(10)
            .emptyLane(3)
            .standing(2, plate("29A12845", FAR))
            .decided(1)
            .standing(5, plate("29A12345", FAR));

    assertThat(lane.story()).containsExactly("+1 29A12845");
    assertThat(lane.framesInUse()).isEmpty();
  }
}
