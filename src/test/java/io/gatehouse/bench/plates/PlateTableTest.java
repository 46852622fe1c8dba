package io.gatehouse.bench.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.bench.plates.PlateScorer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlateTableTest {

  @Test
  void totalsPoolPicturesRatherThanAverageSets() {
    List<PlateResult> all =
        PlateTable.withTotals(
            List.of(result("near", "ours", 3, 3, 10), result("far", "ours", 1, 0, 50)));
    PlateResult total = all.getLast();
    assertThat(total.set()).isEqualTo(PlateResult.ALL);
    assertThat(total.tally().exact()).isEqualTo(75);
    assertThat(total.times().meanCpu()).isEqualTo(20);
  }

  @Test
  void aSingleSetHasNoTotal() {
    assertThat(PlateTable.withTotals(List.of(result("near", "ours", 3, 3, 10)))).hasSize(1);
  }

  @Test
  void oursStandAgainstThePeerOfTheSameSet() {
    PlateTable table =
        new PlateTable(
            List.of(result("near", "ours", 4, 4, 10), result("near", "peer", 4, 3, 250)));
    assertThat(table.against("peer"))
        .contains("ours")
        .contains("25.0 times as fast")
        .contains("+25.0 points exact")
        .contains("-25.0 points wrong");
    assertThat(table.against("nobody")).isEmpty();
  }

  @Test
  void textAndCsvHoldARowForEachEngineOfASet() {
    PlateTable table =
        new PlateTable(
            List.of(result("near", "ours", 4, 4, 10), result("near", "peer", 4, 3, 250)));
    assertThat(table.text().lines()).hasSize(4);
    assertThat(table.csv().lines())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("near,peer,1,4,75.000,25.000,0.000,");
  }

  @Test
  void p95IsTheTimeThat95Of100KeptWithin() {
    PlateResult.Times times = new PlateResult.Times();
    for (int i = 100; i >= 1; i--) {
      times.add(i, i);
    }
    assertThat(times.p95Cpu()).isEqualTo(95);
  }

  @Test
  void aChartIsAPictureThatCanBeRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plates.png");
    PlateChart.write(
        List.of(result("near", "ours", 4, 4, 10), result("near", "peer", 4, 3, 250)), file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1000);
  }

  @Test
  void axisRunsFromTheTickBelowToTheTickAbove() {
    Axis axis = Axis.logarithmic(new double[] {3, 1371}, 0, 100);
    assertThat(axis.ticks()).startsWith(2, 5).endsWith(1000, 2000);
    assertThat(axis.at(2)).isEqualTo(0);
    assertThat(axis.at(2000)).isEqualTo(100);
  }

  @Test
  void setsAreFoundByTheirLabelsAndTakenInSteps(@TempDir Path folder) throws IOException {
    Path set = Files.createDirectories(folder.resolve("yard"));
    Files.writeString(
        set.resolve("labels.csv"),
        "file,text,kind\na.jpg,X1,k\nb.jpg,X2,k\na.jpg,X3,k\nc.jpg,X4,k\n");
    List<LabelledSet> sets = LabelledSet.in(folder, List.of(), 2);
    assertThat(sets).singleElement().extracting(LabelledSet::name).isEqualTo("yard");
    assertThat(sets.getFirst().pictures())
        .extracting(p -> p.texts())
        .containsExactly(List.of("X1", "X3"), List.of("X4"));
    assertThatThrownBy(() -> LabelledSet.in(folder, List.of("field"), 1))
        .hasMessageContaining("no set field");
  }

  private static PlateResult result(String set, String engine, int pictures, int right, double ms) {
    PlateResult result = new PlateResult(set, engine, 1, new Tally(), new PlateResult.Times());
    for (int i = 0; i < pictures; i++) {
      String answer = i < right ? "51F12345" : "51F12346";
      result
          .tally()
          .add(PlateScorer.judge(List.of("51F12345"), List.of(new Answer(answer, 0.9, false))));
      result.times().add(ms, ms);
    }
    return result;
  }
}
