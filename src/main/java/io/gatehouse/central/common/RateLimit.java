package io.gatehouse.central.common;

import io.gatehouse.common.TimeSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many requests a second from each caller, with some in reserve. It protects this process's own
 * processor, and is therefore kept in this process: of several behind a balancer, each allows as
 * much.
 */
public final class RateLimit {

  private static final int CALLERS = 10_000;

  private final double perSecond;
  private final double reserve;
  private final TimeSource time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CALLERS;
        }
      };

  private record Bucket(double tokens, long nanos) {}

  /**
   * A limit for each caller.
   *
   * @param reserve how many may come at once
   */
  public RateLimit(double perSecond, double reserve, TimeSource time) {
    this.perSecond = perSecond;
    this.reserve = reserve;
    this.time = time;
  }

  /** Whether one more request of this caller is all right. */
  public synchronized boolean allows(String caller) {
    long now = time.nanos();
    Bucket before = buckets.getOrDefault(caller, new Bucket(reserve, now));
    double tokens = Math.min(reserve, before.tokens + (now - before.nanos) / 1e9 * perSecond);
    boolean allowed = tokens >= 1;
    buckets.put(caller, new Bucket(allowed ? tokens - 1 : tokens, now));
    return allowed;
  }
}
