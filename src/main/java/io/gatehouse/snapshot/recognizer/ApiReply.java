package io.gatehouse.snapshot.recognizer;

import io.gatehouse.snapshot.wire.Answer;
import java.time.Duration;
import java.util.Optional;

/** What came of asking for one picture, by what is to be done about it. */
public sealed interface ApiReply {

  /**
   * It was read.
   *
   * @param body as it came
   */
  record Answered(String body, Answer answer) implements ApiReply {}

  /**
   * To be tried again.
   *
   * @param pause what was asked for
   * @param throttled whether it was only asked too fast, which is no failure
   */
  record Later(String why, Optional<Duration> pause, boolean throttled) implements ApiReply {}

  /** This picture is refused, and would be the next time too. */
  record Refused(String why) implements ApiReply {}

  /** Every picture would be refused. */
  record Halted(String why) implements ApiReply {}
}
