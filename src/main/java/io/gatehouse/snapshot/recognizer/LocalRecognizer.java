package io.gatehouse.snapshot.recognizer;

import io.gatehouse.common.TimeSource;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.wire.AnswerReader;
import io.gatehouse.snapshot.wire.AnswerWriter;
import io.gatehouse.snapshot.wire.LocalReader;
import io.gatehouse.snapshot.wire.UnreadablePictureException;
import io.gatehouse.snapshot.wire.WireException;
import java.util.Optional;

/** Our own recogniser: no key, no cost, and no picture leaves the machine. */
final class LocalRecognizer implements SnapshotRecognizer {

  private final LocalReader reader;
  private final TimeSource time;

  LocalRecognizer(LocalReader reader, TimeSource time) {
    this.reader = reader;
    this.time = time;
  }

  @Override
  public String name() {
    return "gatehouse";
  }

  @Override
  public boolean isPaid() {
    return false;
  }

  @Override
  public ApiReply read(Picture picture, Optional<String> cameraId) {
    try {
      LocalReader.Reading reading = reader.read(picture.bytes(), "the picture");
      String body =
          AnswerWriter.write(
                  reading,
                  new AnswerWriter.About(
                      picture.name(), cameraId, picture.takenAt().orElseGet(time::now), false))
              .toString();
      return new ApiReply.Answered(body, AnswerReader.read(body));
    } catch (UnreadablePictureException e) {
      return new ApiReply.Refused(e.getMessage());
    } catch (WireException e) {
      throw new IllegalStateException("our own answer is one", e);
    }
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
