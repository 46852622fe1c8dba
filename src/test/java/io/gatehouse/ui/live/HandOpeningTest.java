package io.gatehouse.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.BarrierStatus.Loop;
import io.gatehouse.camera.Region;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.support.FakeLane.Call;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOpeningTest {

  private final TestKiosk kiosk = new TestKiosk();
  private LiveViewModel model;

  @BeforeEach
  void open() {
    model = new LiveViewModel(kiosk.tools());
  }

  @Test
  void withoutAReasonNothingOpens() {
    model.openBarrier();

    assertThat(options())
        .extracting(Sheet.Option::text)
        .containsExactly("Khẩn cấp", "Xe được đẩy, kéo", "Thử cổng", "Lý do khác");
    model.closeSheet();
    assertThat(openings()).isEmpty();
  }

  @Test
  void reasonAndWhoAllowedItAreWrittenDown() {
    kiosk.permission.lock(Action.BARRIER);
    model.openBarrier();
    assertThat(options()).allMatch(Sheet.Option::locked);
    options().get(1).take().run();

    assertThat(model.sheetProperty().get()).isEmpty();
    assertThat(openings()).isEmpty();
    kiosk.permission.approve("Trần Thị Bình");
    assertThat(openings())
        .containsExactly(
            AuditEvent.of(
                    kiosk.time.now(),
                    Actor.named(""),
                    AuditKind.BARRIER_BY_HAND,
                    "Xe được đẩy, kéo")
                .approvedBy("Trần Thị Bình"));
  }

  @Test
  void aBoomThatIsLoweredByCommandIsLoweredFromTheSameSheet() {
    kiosk.lane.change(s -> LaneStates.barrier(s, true, Loop.FREE));
    model.openBarrier();
    assertThat(options()).extracting(Sheet.Option::text).last().isEqualTo("Hạ cần");
    options().getLast().take().run();
    kiosk.lane.opening().complete(null);

    assertThat(kiosk.lane.calls())
        .containsExactly(
            new Call.LowerByHand(
                AuditEvent.of(
                        kiosk.time.now(), Actor.named(""), AuditKind.BARRIER_BY_HAND, "Hạ cần")
                    .approvedBy("Trần Thị Bình")));
    assertThat(model.stripsProperty().get())
        .containsExactly(new Strip(Strip.Tone.GOOD, "Đã hạ cần bằng tay", "", false));
  }

  @Test
  void aVehicleUnderTheBoomIsSaidWhereTheBoomIsLoweredByCommand() {
    kiosk.lane.change(s -> LaneStates.barrier(s, true, Loop.OCCUPIED));
    assertThat(model.stripsProperty().get())
        .extracting(Strip::tone, Strip::title)
        .containsExactly(tuple(Strip.Tone.NEUTRAL, "Có xe dưới cần: cần chưa hạ"));
    kiosk.lane.change(s -> LaneStates.barrier(s, true, Loop.UNKNOWN));
    assertThat(model.stripsProperty().get())
        .extracting(Strip::tone)
        .containsExactly(Strip.Tone.WARNING);
    kiosk.lane.change(s -> LaneStates.barrier(s, false, Loop.OCCUPIED));
    assertThat(model.stripsProperty().get()).isEmpty();
  }

  @Test
  void openBarrierIsSaidWithItsReason() {
    model.openBarrier();
    options().getFirst().take().run();
    assertThat(model.stripsProperty().get()).isEmpty();
    kiosk.lane.opening().complete(null);

    assertThat(model.stripsProperty().get())
        .containsExactly(new Strip(Strip.Tone.GOOD, "Cổng mở bằng tay · Khẩn cấp", "", false));
  }

  @Test
  void barrierThatStaysShutIsSaidLoudly() {
    model.openBarrier();
    options().getFirst().take().run();
    kiosk.lane.opening().completeExceptionally(new BarrierException("no answer"));

    Strip said = model.stripsProperty().get().getFirst();
    assertThat(said.tone()).isEqualTo(Strip.Tone.BAD);
    assertThat(said.title()).isEqualTo("Cổng không nhận lệnh mở");
  }

  @Test
  void vehicleThatComesMeanwhileDoesNotCloseTheQuestion() {
    model.openBarrier();
    comes(1);
    comes(2);

    assertThat(options()).hasSize(4);
  }

  private void comes(long vehicle) {
    String text = "59P112345";
    kiosk.lane.change(s ->
        LaneStates.current(
            s,
            LaneStates.pending(
                LaneStates.proposal(
                    vehicle,
                    kiosk.context().grammar().parse(text, 2),
                    PlateColour.WHITE,
                    LaneStates.reads(text, -1),
                    new Region(10, 10, 100, 60)),
                Optional.empty(),
                new byte[0],
                List.of())));
  }

  private List<Sheet.Option> options() {
    return model.sheetProperty().get().orElseThrow().options();
  }

  private List<AuditEvent> openings() {
    return kiosk.lane.calls().stream()
        .filter(Call.OpenByHand.class::isInstance)
        .map(call -> ((Call.OpenByHand) call).why())
        .toList();
  }
}
