package io.gatehouse.sync;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** What came of a request, by what is to be done about it. */
sealed interface Reply {

  /** Done. */
  record Accepted(JsonObject body) implements Reply {}

  /** Asked for a picture that the central has not got. */
  record NotThere() implements Reply {}

  /** To be tried again. */
  record Later(Trouble trouble, Optional<Duration> retryAfter) implements Reply {}

  /** The request is wrong, and would be the next time too. */
  record Refused(int status, String reason) implements Reply {

    String line() {
      return "%d: %s".formatted(status, reason);
    }
  }

  /** The token is wrong or revoked. */
  record Denied(int status, String reason) implements Reply {}
}
