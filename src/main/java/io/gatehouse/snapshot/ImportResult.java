package io.gatehouse.snapshot;

import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Outcome;
import java.util.Optional;
import java.util.UUID;

/**
 * How one line of the list ended.
 *
 * @param reason in one line; empty when all is well
 * @param sha256 of the picture; empty when there was none
 * @param id of the stored row
 */
public record ImportResult(
    Line line, Outcome outcome, String reason, Optional<String> sha256, Optional<UUID> id) {

  static ImportResult of(Line line, Outcome outcome, String sha256) {
    return new ImportResult(line, outcome, "", Optional.of(sha256), Optional.empty());
  }

  static ImportResult stored(Line line, Outcome outcome, String sha256, UUID id) {
    return new ImportResult(line, outcome, "", Optional.of(sha256), Optional.of(id));
  }

  static ImportResult failed(Line line, String reason, Optional<String> sha256) {
    return new ImportResult(line, Outcome.FAILED, reason, sha256, Optional.empty());
  }

  static ImportResult notTried(Line line, String reason) {
    return new ImportResult(line, Outcome.NOT_TRIED, reason, Optional.empty(), Optional.empty());
  }
}
