package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.PlateDetector;
import io.gatehouse.plate.PlateKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cheap first, dear only where it pays: our own networks on every frame; another reader on the same
 * text lines where ours is not sure, and a third where those two disagree; a closer look where
 * nothing was read; and a general text reader over the whole frame as the last resort.
 */
public final class CascadeRecognizer implements PlateRecognizer {

  /** An unknown text in a place that the detector takes for a plate is a plate from so much on. */
  private static final float LEAST_FOREIGN = 0.5f;

  private final PlateDetector detector;
  private final PlateReader reader;
  private final Optional<PlateReader> secondReader;
  private final Optional<PlateRecognizer> lastResort;
  private final SecondOpinion secondOpinion;
  private final Optional<ThirdVoice> thirdVoice;

  /**
   * Takes over all parts and closes them with itself.
   *
   * @param secondReader asked about the lines that {@code reader} found
   * @param thirdVoice asked where both read, and not the same
   * @param lastResort asked where both found nothing
   */
  CascadeRecognizer(
      PlateDetector detector,
      PlateReader reader,
      Optional<PlateReader> secondReader,
      Optional<ThirdVoice> thirdVoice,
      Optional<PlateRecognizer> lastResort,
      PlateWriting writing) {
    this.detector = detector;
    this.reader = reader;
    this.secondReader = secondReader;
    this.thirdVoice = thirdVoice;
    this.lastResort = lastResort;
    this.secondOpinion = new SecondOpinion(writing);
  }

  @Override
  public List<PlateReading> recognize(Frame frame) {
    List<PlateReading> readings = read(frame, detector.detect(frame));
    if (!isEnough(readings)) {
      List<PlateReading> closer = read(frame, detector.detectCloser(frame));
      readings = Stream.concat(readings.stream(), closer.stream()).toList();
    }
    List<PlateReading> confirmed =
        PlateChoice.choose(readings).stream()
            .map(r -> confirmed(frame, r))
            .flatMap(Optional::stream)
            .toList();
    if (isEnough(confirmed) || lastResort.isEmpty()) {
      return confirmed;
    }
    List<PlateReading> found = lastResort.get().recognize(frame);
    return found.isEmpty() ? confirmed : PlateChoice.choose(joined(confirmed, found));
  }

  @Override
  public List<PlateReading> glance(Frame frame) {
    return PlateChoice.choose(read(frame, detector.detect(frame))).stream()
        .map(r -> SecondOpinion.isSureAlone(r) ? r.with(Sureness.SURE) : r)
        .toList();
  }

  private static List<PlateReading> joined(List<PlateReading> a, List<PlateReading> b) {
    List<PlateReading> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private List<PlateReading> read(Frame frame, List<PlateBox> boxes) {
    return boxes.stream().map(box -> reader.read(frame, box)).flatMap(Optional::stream).toList();
  }

  private static boolean isEnough(List<PlateReading> readings) {
    return readings.stream()
        .anyMatch(r ->
            (r.plate().kind() != PlateKind.UNKNOWN && r.confidence() >= PlateChoice.BENT_BELOW)
                || (r.plate().text().length() >= 4 && r.confidence() >= LEAST_FOREIGN));
  }

  /** Empty when the other reader sees that it is no plate. */
  private Optional<PlateReading> confirmed(Frame frame, PlateReading reading) {
    if (SecondOpinion.isSureAlone(reading)) {
      return Optional.of(reading.with(Sureness.SURE));
    }
    Optional<PlateReading> other =
        secondReader.flatMap(second -> second.read(frame, reading.box()));
    if (other.filter(PlateChoice::isCaption).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(other.map(o -> ofAll(frame, reading, o)).orElse(reading));
  }

  private PlateReading ofAll(Frame frame, PlateReading own, PlateReading other) {
    PlateReading both = secondOpinion.of(frame, own, other);
    return thirdVoice.map(voice -> voice.heard(frame, own, other, both)).orElse(both);
  }

  @Override
  public void close() {
    try (detector;
        reader) {
      secondReader.ifPresent(PlateReader::close);
    } finally {
      thirdVoice.ifPresent(ThirdVoice::close);
      lastResort.ifPresent(PlateRecognizer::close);
    }
  }
}
