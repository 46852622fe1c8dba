package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.Region;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.ScriptedLines;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinePlateReaderTest {

  private static final Quad UPPER = box(10, 10, 60, 20);
  private static final Quad LOWER = box(10, 34, 60, 20);
  private static final Region REGION = new Region(5, 5, 70, 55);

  private final FrameFactory frames = Pictures.factory();
  private final ScriptedLines lines = new ScriptedLines();
  private final PlateReader reader = new LinePlateReader(lines, new VietnamGrammar());
  private Frame frame;

  @BeforeEach
  void look() {
    frame = Pictures.plain(frames, 160, 120, 250, 245, 240);
  }

  @AfterEach
  void close() {
    frame.close();
  }

  @Test
  void threeCharactersAboveFiveAreACar() {
    lines.show(UPPER, "30K", 0.99);
    lines.show(LOWER, "54321", 0.99);

    Plate car = read(UPPER, LOWER).plate();

    assertThat(car.kind()).isEqualTo(PlateKind.CAR);
    assertThat(car.upper() + "/" + car.lower()).isEqualTo("30K/543.21");
  }

  @Test
  void theSameCharactersFourAboveFourAreAMotorbike() {
    lines.show(UPPER, "30K5", 0.99);
    lines.show(LOWER, "4321", 0.99);

    Plate bike = read(UPPER, LOWER).plate();

    assertThat(bike.kind()).isEqualTo(PlateKind.MOTORBIKE);
    assertThat(bike.upper() + "/" + bike.lower()).isEqualTo("30-K5/4321");
  }

  @Test
  void anUnknownPlateIsSplitWhereItsLinesEnd() {
    lines.show(UPPER, "WXQ", 0.99);
    lines.show(LOWER, "77", 0.99);

    Plate plate = read(UPPER, LOWER).plate();

    assertThat(plate.kind()).isEqualTo(PlateKind.UNKNOWN);
    assertThat(plate.upper() + "/" + plate.lower()).isEqualTo("WXQ/77");
  }

  @Test
  void aLineThatSeveralBoxesShareIsReadOnce() {
    lines.show(UPPER, "59P1", 0.99);
    lines.show(LOWER, "68480", 0.99);

    read(UPPER);
    read(UPPER, LOWER);
    assertThat(lines.reads()).isEqualTo(2);

    try (Frame next = Pictures.plain(frames, 160, 120, 0, 0, 0)) {
      reader.read(next, new PlateBox(REGION, 0.9f, List.of(UPPER)));
    }
    assertThat(lines.reads()).as("another frame shows other writing").isEqualTo(3);
  }

  @Test
  void aBoxWithAnEmptyLineHoldsNoPlate() {
    lines.show(UPPER, "59P1", 0.99);
    lines.show(LOWER, "", 0.99);

    assertThat(reader.read(frame, new PlateBox(REGION, 0.9f, List.of(UPPER, LOWER)))).isEmpty();
  }

  @Test
  void aBoxWithoutLinesIsReadAsOne() {
    lines.show(box(5, 5, 70, 55), "30A12345", 0.99);

    assertThat(read().plate().kind()).isEqualTo(PlateKind.CAR);
  }

  @Test
  void doubtfulForeignWritingStaysUnknownAsRead() {
    lines.show(UPPER, "HKZ482", 0.4);

    PlateReading reading = read(UPPER);

    assertThat(reading.plate().kind()).isEqualTo(PlateKind.UNKNOWN);
    assertThat(reading.plate().text()).isEqualTo("HKZ482");
    assertThat(reading.confidence()).isEqualTo(0.4f);
  }

  @Test
  void theLineReaderIsClosedWithIt() {
    reader.close();

    assertThat(lines.closed()).isTrue();
  }

  private PlateReading read(Quad... outlines) {
    return reader.read(frame, new PlateBox(REGION, 0.9f, List.of(outlines))).orElseThrow();
  }

  private static Quad box(int x, int y, int width, int height) {
    return new Quad(x, y, x + width, y, x + width, y + height, x, y + height);
  }
}
