package io.gatehouse.barrier;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A relay in the network. */
final class HttpRelay implements Relay {

  private static final Logger log = LoggerFactory.getLogger(HttpRelay.class);

  private static final Duration LAST_LIMIT = Duration.ofSeconds(1);

  private final HttpAsk http;
  private final HttpCall on;
  private final Optional<HttpCall> off;
  private final Timing timing;
  private volatile boolean maybeOn;

  /**
   * @param off empty for a relay that counts its time itself
   */
  HttpRelay(HttpCall on, Optional<HttpCall> off, Timing timing, TimeSource time) {
    this.http = new HttpAsk(time);
    this.on = on;
    this.off = off;
    this.timing = timing;
  }

  @Override
  public void on() throws BarrierException, InterruptedException {
    maybeOn = true;
    String _ = http.ask(on, timing.ownLimit());
  }

  @Override
  public void off() throws BarrierException, InterruptedException {
    if (off.isPresent()) {
      String _ = http.ask(off.get(), timing.ownLimit());
    }
    maybeOn = false;
  }

  @Override
  public Duration pulse() {
    return off.isPresent() ? timing.pulse() : Duration.ZERO;
  }

  @Override
  public void close() {
    if (maybeOn && off.isPresent()) {
      switchOff(off.get());
    }
    http.close();
  }

  private void switchOff(HttpCall call) {
    try {
      String _ = http.ask(call, LAST_LIMIT);
    } catch (BarrierException e) {
      log.warn("the relay could not be switched off: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
