package io.gatehouse.central.common;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** Refusals that say when to come again. */
public final class Refusals {

  private Refusals() {}

  /** 503: it could not be done now; the same request is welcome later. */
  public static HttpResponseException later(String why) {
    return new HttpResponseException(
        HttpStatus.SERVICE_UNAVAILABLE, why, Map.of("Retry-After", "2"));
  }

  /** 429: more than a caller may ask in this time. */
  public static HttpResponseException tooMany() {
    return new HttpResponseException(
        HttpStatus.TOO_MANY_REQUESTS, "too many requests", Map.of("Retry-After", "1"));
  }
}
