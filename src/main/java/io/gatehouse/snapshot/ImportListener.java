package io.gatehouse.snapshot;

import java.time.Duration;

/** Told how a run goes, by whichever thread. */
public interface ImportListener {

  /** A picture is done, or failed. */
  void ended(ImportResult result);

  /** Something is away or asks for time; the run goes on after the pause. */
  void waiting(String why, Duration pause);
}
