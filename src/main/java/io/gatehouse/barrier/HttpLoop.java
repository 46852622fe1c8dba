package io.gatehouse.barrier;

import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An input of a relay in the network, asked about three times a second. */
final class HttpLoop implements LoopInput {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpAsk http;
  private final HttpAddress.Input input;
  private final CountDownLatch closed = new CountDownLatch(1);

  HttpLoop(HttpAddress.Input input, TimeSource time) {
    this.http = new HttpAsk(time);
    this.input = input;
  }

  @Override
  public boolean occupied(Duration atMost) throws BarrierException, InterruptedException {
    boolean _ = closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    return input.occupied().matcher(http.ask(input.call(), LIMIT)).find();
  }

  @Override
  public void close() {
    closed.countDown();
    http.close();
  }
}
