package io.gatehouse.sync;

import io.gatehouse.common.FullJitter;
import java.time.Duration;

/**
 * When an event that failed is tried again. Where nobody answered the event is hardly to blame, and
 * soon after the network is back all must be; where the central answered with an error of its own,
 * the event may have caused it, and the others have precedence.
 *
 * @param unanswered back-off where nobody answered
 * @param answered back-off where the central failed
 */
record EventPatience(FullJitter unanswered, FullJitter answered) {

  /**
   * How long the event waits.
   *
   * @param failures of this event, this one counted
   */
  Duration next(int failures, Reply.Later later) {
    return later
        .retryAfter()
        .orElseGet(() ->
            switch (later.trouble().kind()) {
              case CENTRAL_FAILED, REFUSED -> answered.after(failures);
              default -> unanswered.after(failures);
            });
  }
}
