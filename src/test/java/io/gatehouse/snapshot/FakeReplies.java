package io.gatehouse.snapshot;

import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Answers that are none. */
final class FakeReplies {

  private FakeReplies() {}

  /** The connection ends before a word. */
  static MockResponse hangUp() {
    return new MockResponse.Builder()
        .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
        .build();
  }
}
