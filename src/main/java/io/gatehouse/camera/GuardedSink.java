package io.gatehouse.camera;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a sink that fails from taking the camera with it. */
final class GuardedSink implements FrameSink {

  private static final Logger log = LoggerFactory.getLogger(GuardedSink.class);

  private final FrameSink sink;
  private long failures; // one thread at a time delivers

  GuardedSink(FrameSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(Frame frame) {
    try {
      sink.accept(frame);
    } catch (RuntimeException | LinkageError e) { // whatever it is, the other sinks go on
      failures++;
      if (Long.bitCount(failures) == 1) { // the 1st, 2nd, 4th, 8th …: 30 a second fill a disk
        log.error("frame {} was not handled, failure {}", frame.stamp().sequence(), failures, e);
      }
    }
  }
}
