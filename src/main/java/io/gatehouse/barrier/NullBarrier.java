package io.gatehouse.barrier;

/** For a lane whose barrier Gatehouse does not drive. */
public final class NullBarrier implements Barrier {

  @Override
  public void open() {}

  @Override
  public String label() {
    return "none";
  }

  @Override
  public void close() {}
}
