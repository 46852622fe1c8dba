package io.gatehouse.bench.plates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.bench.plates.PlateScorer.Answer;
import io.gatehouse.bench.plates.PlateScorer.Outcome;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.support.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SequenceTest {

  private static final long MILLI = 1_000_000;

  @Test
  void sameSeedGivesTheSameSequenceAndAnotherSeedAnother() {
    assertThat(ShotPlan.sequence(5, 5, 15)).isEqualTo(ShotPlan.sequence(5, 5, 15)).hasSize(20);
    assertThat(ShotPlan.sequence(6, 5, 15)).isNotEqualTo(ShotPlan.sequence(5, 5, 15));
  }

  @Test
  void theVehicleComesNearerAndThenStandsAsItWasPhotographed() {
    List<ShotPlan> shots = ShotPlan.sequence(5, 5, 15);
    assertThat(shots.subList(0, 6)).extracting(ShotPlan::scale).isSorted();
    assertThat(shots.getFirst().scale()).isLessThan(0.9);
    assertThat(shots.subList(0, 5)).noneMatch(ShotPlan::standing);
    assertThat(shots.subList(5, 20)).allMatch(s -> s.standing() && s.scale() == 1);
  }

  @Test
  void samePlanGivesTheSamePixelsAndLeavesThePhotographAlone() {
    FrameFactory frames = Pictures.factory();
    ShotPlan shot = ShotPlan.sequence(5, 5, 15).getFirst();
    try (ShotMaker maker = new ShotMaker();
        Frame photograph = Pictures.noise(frames, 64, 48);
        Frame once = frames.frame(64, 48);
        Frame again = frames.frame(64, 48)) {
      byte[] before = pixels(photograph);
      maker.draw(photograph.bgr(), shot, once.bgr());
      maker.draw(photograph.bgr(), shot, again.bgr());
      assertThat(pixels(once)).isEqualTo(pixels(again)).isNotEqualTo(before);
      assertThat(pixels(photograph)).isEqualTo(before);
    }
  }

  @Test
  void theSurestFrameAndTheLastWordOfTheVoteCount() {
    VehicleStory story = new VehicleStory("a.jpg", List.of("51F12345"));
    story.frame(List.of(answer("51F12346", 0.6)));
    story.frame(List.of());
    story.frame(List.of(answer("51F12345", 0.8)));
    story.proposed(1, answer("51F12346", 0.6), 200 * MILLI);
    story.stands(300 * MILLI);
    story.stands(400 * MILLI);
    story.proposed(1, answer("51F12345", 0.9), 700 * MILLI);
    assertThat(story.frames().pictures()).isEqualTo(3);
    assertThat(story.surestFrame().outcome()).isEqualTo(Outcome.EXACT);
    assertThat(story.firstProposal().outcome()).isEqualTo(Outcome.WRONG);
    assertThat(story.vote().outcome()).isEqualTo(Outcome.EXACT);
    assertThat(story.proposalMillis()).contains(0.0);
    assertThat(story.phantoms()).isZero();
  }

  @Test
  void aVehicleThatWasNeverProposedIsSilentAndLate() {
    VehicleStory story = new VehicleStory("a.jpg", List.of("51F12345"));
    story.stands(0);
    SequenceResult result = new SequenceResult("yard");
    result.add(story);
    assertThat(result.vote().silent()).isEqualTo(100);
    assertThat(result.late()).isEqualTo(1);
    assertThat(result.proposalMillis(0.5)).isZero();
  }

  @Test
  void proposalsAreTimedFromStanding() {
    SequenceResult result = new SequenceResult("yard");
    for (int i = 1; i <= 11; i++) {
      result.add(proposedAfter(100 * i));
    }
    assertThat(result.proposalMillis(0.5)).isEqualTo(600);
    assertThat(result.proposalMillis(0.9)).isEqualTo(1000);
    assertThat(new SequenceTable(List.of(result)).csv().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("\"yard\",11,")
        .endsWith(",100.000,0.000,0.000,0.000,600,1000,0,0");
    assertThat(new SequenceTable(List.of(result)).text().lines()).hasSize(2);
    assertThat(new SequenceTable(List.of(result)).vehiclesCsv().lines())
        .hasSize(12)
        .last()
        .isEqualTo("\"yard\",a.jpg,51F12345,,51F12345,51F12345,doubtful,1100");
  }

  @Test
  void aSpreadSetTakesPicturesFromAllOverIt() {
    LabelledSet set =
        new LabelledSet(
            "yard",
            IntStream.range(0, 10)
                .mapToObj(i -> new LabelledSet.LabelledPicture(Path.of(i + ".jpg"), List.of("X")))
                .toList());
    assertThat(set.spread(3).pictures())
        .extracting(p -> p.file().toString())
        .containsExactly("0.jpg", "3.jpg", "6.jpg");
    assertThat(set.spread(20)).isEqualTo(set);
  }

  @Test
  void theChartIsAPictureThatCanBeRead(@TempDir Path folder) throws IOException {
    SequenceResult result = new SequenceResult("yard");
    result.add(proposedAfter(400));
    Path file = folder.resolve("sequences.png");
    SequenceChart.write("ours", List.of(result), file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1000);
  }

  private static VehicleStory proposedAfter(int millis) {
    VehicleStory story = new VehicleStory("a.jpg", List.of("51F12345"));
    story.stands(5 * MILLI);
    story.proposed(3, answer("51F12345", 0.9), (5 + millis) * MILLI);
    return story;
  }

  private static Answer answer(String text, double confidence) {
    return new Answer(text, confidence, false);
  }

  private static byte[] pixels(Frame frame) {
    byte[] bytes = new byte[3 * frame.width() * frame.height()];
    try (BytePointer data = frame.bgr().data()) {
      data.get(bytes);
    }
    return bytes;
  }
}
