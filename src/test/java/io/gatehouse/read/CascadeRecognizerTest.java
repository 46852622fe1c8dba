package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Region;
import io.gatehouse.detect.ModelException;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.PlateDetector;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CascadeRecognizerTest {

  private final Frame frame = Pictures.plain(Pictures.factory(), 800, 600, 90, 90, 90);
  private final List<String> asked = new ArrayList<>();
  private Optional<PlateReading> own = Optional.empty();
  private Optional<PlateReading> closer = Optional.empty();
  private Optional<PlateReading> second = Optional.empty();
  private Optional<PlateReading> third = Optional.empty();
  private boolean thirdFails;
  private List<PlateReading> wholeFrame = List.of();
  private final CascadeRecognizer cascade =
      new CascadeRecognizer(
          new Detector(),
          new Reader(),
          Optional.of(new Second()),
          Optional.of(new ThirdVoice(new Third())),
          Optional.of(new LastResort()),
          new PlateWriting(new VietnamGrammar()));

  @AfterEach
  void close() {
    frame.close();
  }

  @Test
  void whatIsSureAloneCostsNothingMore() {
    own = reading("51G10993", 0.999);

    PlateReading read = cascade.recognize(frame).getFirst();

    assertThat(read.sureness()).isEqualTo(Sureness.SURE);
    assertThat(asked).containsExactly("detector", "reader");
  }

  @Test
  void whatIsNotSureIsReadTwice() {
    own = reading("51G10993", 0.8);
    second = reading("51G10993", 0.8);

    PlateReading read = cascade.recognize(frame).getFirst();

    assertThat(read.sureness()).isEqualTo(Sureness.SURE);
    assertThat(asked).containsExactly("detector", "reader", "second");
  }

  @Test
  void aSecondReaderWhoSeesNothingLeavesTheFirstDoubtful() {
    own = reading("51G10993", 0.8);

    PlateReading read = cascade.recognize(frame).getFirst();

    assertThat(read.plate().text()).isEqualTo("51G10993");
    assertThat(read.sureness()).isEqualTo(Sureness.DOUBTFUL);
  }

  @Test
  void theThirdVoiceIsNotAskedWhereTwoAgree() {
    own = reading("51G10993", 0.8);
    second = reading("51G10993", 0.8);
    third = reading("51G10998", 0.99);

    assertThat(cascade.recognize(frame).getFirst().plate().text()).isEqualTo("51G10993");
    assertThat(asked).doesNotContain("third");
  }

  @Test
  void theThirdVoiceIsNotAskedWhereTheSecondSeesNothing() {
    own = reading("51G10993", 0.8);
    third = reading("51G10993", 0.99);

    assertThat(cascade.recognize(frame).getFirst().reader()).isEqualTo("gatehouse");
    assertThat(asked).doesNotContain("third");
  }

  @Test
  void theThirdVoiceDecidesBetweenTwoWhoSawDifferentNumbersOfCharacters() {
    own = reading("51G10993", 0.6);
    second = reading("51G1099", 0.8);
    third = reading("51G10993", 0.7);

    PlateReading read = cascade.recognize(frame).getFirst();

    assertThat(read.plate().text()).isEqualTo("51G10993");
    assertThat(read.sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(asked).containsExactly("detector", "reader", "second", "third");
  }

  @Test
  void aThirdVoiceThatSeesNothingLeavesTheAnswerOfTheTwo() {
    own = reading("51G10993", 0.6);
    second = reading("51G10998", 0.8);

    PlateReading read = cascade.recognize(frame).getFirst();

    assertThat(read.plate().text()).isEqualTo("51G10998");
    assertThat(read.reader()).doesNotContain("third");
  }

  @Test
  void aThirdVoiceThatFailsIsNotAskedAgainAndLosesNoReading() {
    own = reading("51G10993", 0.6);
    second = reading("51G10998", 0.8);
    thirdFails = true;

    List<PlateReading> first = cascade.recognize(frame);
    List<PlateReading> next = cascade.recognize(frame);

    assertThat(first).isEqualTo(next);
    assertThat(first).extracting(r -> r.plate().text()).containsExactly("51G10998");
    assertThat(asked).containsOnlyOnce("third");
  }

  @Test
  void aPlateTooSmallForTheFirstLookIsFoundByTheCloser() {
    closer = reading("51G10993", 0.999);

    assertThat(cascade.recognize(frame)).hasSize(1);
    assertThat(asked).containsExactly("detector", "reader", "closer", "reader");
  }

  @Test
  void theWholeFrameIsReadOnlyWhereNothingElseHelped() {
    wholeFrame = List.of(Readings.reading("51G10993", Readings.PLACE, 0.9));

    assertThat(cascade.recognize(frame))
        .extracting(r -> r.plate().text())
        .containsExactly("51G10993");
    assertThat(asked).endsWith("whole frame");
  }

  @Test
  void aFaintPlateOfKnownFormatGivesWayToASureForeignOneAsLarge() {
    own = reading("11A77295", 0.12);
    wholeFrame = List.of(Readings.reading("EMB7084", Readings.PLACE, 0.9));

    assertThat(cascade.recognize(frame))
        .extracting(r -> r.plate().text())
        .containsExactly("EMB7084");
  }

  @Test
  void aFaintPlateStaysWhereTheOtherTextIsSmallOrPartOfIt() {
    own = reading("51G10993", 0.12);
    Region small = new Region(Readings.PLACE.x(), Readings.PLACE.y(), 80, 20);
    wholeFrame =
        List.of(
            Readings.reading("WAVE110", small, 0.9),
            Readings.reading("G1099", Readings.PLACE, 0.9));

    assertThat(cascade.recognize(frame))
        .extracting(r -> r.plate().text())
        .containsExactly("51G10993");
  }

  @Test
  void aPlateThatTheOtherReaderSeesToBeADateIsNone() {
    own = reading("20L40428", 0.5);
    second = Optional.of(captioned("2014-04-28"));

    assertThat(cascade.recognize(frame)).isEmpty();
  }

  @Test
  void aGlanceAsksNobodyElse() {
    own = reading("51G10993", 0.8);
    second = reading("51G10993", 0.8);

    PlateReading read = cascade.glance(frame).getFirst();

    assertThat(read.sureness()).isEqualTo(Sureness.DOUBTFUL);
    assertThat(asked).containsExactly("detector", "reader");
  }

  @Test
  void allPartsAreClosed() {
    cascade.close();

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "detector closed",
            "reader closed",
            "second closed",
            "third closed",
            "whole frame closed");
  }

  private static Optional<PlateReading> reading(String text, double confidence) {
    return Optional.of(Readings.reading(text, Readings.PLACE, confidence));
  }

  private static PlateReading captioned(String raw) {
    PlateReading read = Readings.reading("20140428", Readings.PLACE, 0.9);
    return new PlateReading(
        read.box(), raw, read.characters(), read.plate(), read.colour(), "second");
  }

  private final class Detector implements PlateDetector {

    @Override
    public List<PlateBox> detect(Frame seen) {
      asked.add("detector");
      return List.of(new PlateBox(Readings.PLACE, 0.9f, List.of()));
    }

    @Override
    public List<PlateBox> detectCloser(Frame seen) {
      asked.add("closer");
      own = closer;
      return detectedCloser();
    }

    private List<PlateBox> detectedCloser() {
      return own.isEmpty() ? List.of() : List.of(own.get().box());
    }

    @Override
    public void close() {
      asked.add("detector closed");
    }
  }

  private final class Reader implements PlateReader {

    @Override
    public Optional<PlateReading> read(Frame seen, PlateBox box) {
      asked.add("reader");
      return own.map(r ->
          new PlateReading(
              r.box(), r.rawText(), r.characters(), r.plate(), r.colour(), "gatehouse"));
    }

    @Override
    public String name() {
      return "gatehouse";
    }

    @Override
    public void close() {
      asked.add("reader closed");
    }
  }

  private final class Second implements PlateReader {

    @Override
    public Optional<PlateReading> read(Frame seen, PlateBox box) {
      asked.add("second");
      return second;
    }

    @Override
    public String name() {
      return "second";
    }

    @Override
    public void close() {
      asked.add("second closed");
    }
  }

  private final class Third implements PlateReader {

    @Override
    public Optional<PlateReading> read(Frame seen, PlateBox box) {
      asked.add("third");
      if (thirdFails) {
        throw new ModelException("the third reader is out of order", null);
      }
      return third;
    }

    @Override
    public String name() {
      return "third";
    }

    @Override
    public void close() {
      asked.add("third closed");
    }
  }

  private final class LastResort implements PlateRecognizer {

    @Override
    public List<PlateReading> recognize(Frame seen) {
      asked.add("whole frame");
      return wholeFrame;
    }

    @Override
    public List<PlateReading> glance(Frame seen) {
      throw new AssertionError("the last resort is no cheap means");
    }

    @Override
    public void close() {
      asked.add("whole frame closed");
    }
  }
}
