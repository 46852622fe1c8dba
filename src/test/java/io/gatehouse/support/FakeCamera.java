package io.gatehouse.support;

import io.gatehouse.camera.Camera;
import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FrameSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * A camera that does what its script says, one list of acts for each time it is opened. When the
 * script is over it gives a frame for each {@link #shoot}.
 */
public final class FakeCamera implements Camera {

  /** What happens next. */
  public sealed interface Act {
    /** So many good frames, at once. */
    record Frames(int count) implements Act {}

    /** So many frames of 0x0 pixels, at once. */
    record Garbage(int count) implements Act {}

    /** Nothing comes until it is closed; an interrupt does not help, as with native code. */
    record Freeze() implements Act {}

    /** Nothing comes, and neither close nor interrupt helps, until {@link #release()}. */
    record Hang() implements Act {}

    /** The end of the pictures. */
    record End() implements Act {}

    /** The camera says what is wrong with it; as the first act, opening fails. */
    record Vanish(CameraFault fault, String message) implements Act {}

    /** Something fails in a way that nobody expected; as the first act, opening fails. */
    record Break(Throwable thrown) implements Act {}
  }

  private final boolean endless;
  private final Deque<List<Act>> script = new ArrayDeque<>();
  private final Semaphore shots = new Semaphore(0);
  private final CountDownLatch released = new CountDownLatch(1);
  private int opened;
  private int open;

  public FakeCamera(boolean endless) {
    this.endless = endless;
  }

  /** Adds the acts of one more opening. */
  public FakeCamera opening(Act... acts) {
    script.add(List.of(acts));
    return this;
  }

  /** Lets so many frames out of an opening whose script is over. */
  public void shoot(int count) {
    shots.release(count);
  }

  /** Ends every {@link Act.Hang}. */
  public void release() {
    released.countDown();
  }

  /** How often it was opened, or tried to. */
  public synchronized int opened() {
    return opened;
  }

  /** How many of its sources are open now. */
  public synchronized int open() {
    return open;
  }

  @Override
  public FrameSource open(FrameFactory frames) throws CameraException {
    Deque<Act> acts;
    synchronized (this) {
      opened++;
      List<Act> next = script.poll();
      acts = new ArrayDeque<>(next == null ? List.of() : next);
    }
    if (acts.peek() instanceof Act.Vanish || acts.peek() instanceof Act.Break) {
      fail(acts.poll());
    }
    synchronized (this) {
      open++;
    }
    return new Source(frames, acts);
  }

  private static void fail(Act act) throws CameraException {
    switch (act) {
      case Act.Vanish(CameraFault fault, String message) ->
          throw new CameraException(fault, message);
      case Act.Break(RuntimeException thrown) -> throw thrown;
      case Act.Break(Error thrown) -> throw thrown;
      default -> throw new IllegalArgumentException(act.toString());
    }
  }

  @Override
  public String label() {
    return "fake:";
  }

  @Override
  public boolean endless() {
    return endless;
  }

  private final class Source implements FrameSource {

    private final FrameFactory frames;
    private final Deque<Act> acts;
    private final CountDownLatch closed = new CountDownLatch(1);

    Source(FrameFactory frames, Deque<Act> acts) {
      this.frames = frames;
      this.acts = acts;
    }

    @Override
    public Optional<Frame> next() throws CameraException, InterruptedException {
      Act act = acts.poll();
      return switch (act) {
        case null -> {
          shots.acquire();
          yield good();
        }
        case Act.Frames(int count) -> {
          if (count > 1) {
            acts.push(new Act.Frames(count - 1));
          }
          yield good();
        }
        case Act.Garbage(int count) -> {
          if (count > 1) {
            acts.push(new Act.Garbage(count - 1));
          }
          yield Optional.of(frames.frame(0, 0));
        }
        case Act.Freeze() -> {
          awaitDeafly(closed);
          yield Optional.empty();
        }
        case Act.Hang() -> {
          awaitDeafly(released);
          yield Optional.empty();
        }
        case Act.End() -> Optional.empty();
        case Act.Vanish _, Act.Break _ -> {
          fail(act);
          yield Optional.empty();
        }
      };
    }

    private Optional<Frame> good() {
      return Optional.of(Pictures.plain(frames, 64, 36, 90, 90, 90));
    }

    private static void awaitDeafly(CountDownLatch latch) {
      boolean over = false;
      while (!over) {
        try {
          latch.await();
          over = true;
        } catch (InterruptedException e) {
          // as a native call does: it does not care
        }
      }
    }

    @Override
    public void close() {
      synchronized (FakeCamera.this) {
        if (closed.getCount() > 0) {
          open--;
        }
        closed.countDown();
      }
    }
  }
}
