package io.gatehouse.barrier.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kernel with GPIO chips, of which none is there: every call is kept, with the bytes that the
 * caller handed over. What the real one writes is written at the byte offsets of {@code
 * linux/gpio.h}, not by the product's own layouts.
 */
public final class RecordingKernel implements Kernel {

  /** A question that was asked. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are looked at one by one
  public record Asked(long request, byte[] bytes) {}

  private final Map<String, String> labels = new HashMap<>();
  private final Map<Integer, String> open = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final Map<Long, Integer> refusals = new HashMap<>();
  private final Set<String> locked = new HashSet<>();
  private int next = 10;
  private boolean input;
  private int edges;

  /** Adds a chip of 54 lines. */
  public synchronized RecordingKernel chip(String device, String label) {
    labels.put(device, label);
    return this;
  }

  /** A chip that may not be opened. */
  public synchronized RecordingKernel lockedChip(String device) {
    locked.add(device);
    return this;
  }

  /** From now on this question is refused. */
  public synchronized void refuse(long request, int errno) {
    refusals.put(request, errno);
  }

  public synchronized void allow(long request) {
    refusals.remove(request);
  }

  /** The input line changes. */
  public synchronized void input(boolean on) {
    input = on;
    edges++;
    notifyAll();
  }

  /** The bytes of each such question, in order. */
  public synchronized List<byte[]> asked(long request) {
    return asked.stream().filter(a -> a.request() == request).map(Asked::bytes).toList();
  }

  /** What the output line was switched to, in order. */
  public synchronized List<Boolean> switched() {
    return asked(GpioStructs.SET_VALUES).stream().map(bytes -> bytes[0] == 1).toList();
  }

  public synchronized int openDescriptors() {
    return open.size();
  }

  @Override
  public synchronized int open(String path) throws KernelException {
    if (locked.contains(path)) {
      throw new KernelException("open " + path, KernelException.EACCES);
    }
    if (!labels.containsKey(path)) {
      throw new KernelException("open " + path, KernelException.ENOENT);
    }
    open.put(++next, path);
    return next;
  }

  @Override
  public synchronized void ioctl(int descriptor, long request, MemorySegment argument)
      throws KernelException {
    String device = open.get(descriptor);
    if (device == null) {
      throw new KernelException("ioctl", 9);
    }
    asked.add(new Asked(request, argument.toArray(JAVA_BYTE)));
    if (refusals.containsKey(request)) {
      throw new KernelException("ioctl %X".formatted(request), refusals.get(request));
    }
    if (request == GpioStructs.GET_CHIPINFO) {
      byte[] label = labels.get(device).getBytes(StandardCharsets.US_ASCII);
      MemorySegment.copy(MemorySegment.ofArray(label), 0, argument, 32, label.length);
      argument.set(JAVA_INT, 64, 54);
    } else if (request == GpioStructs.GET_LINE) {
      open.put(++next, device);
      argument.set(JAVA_INT, 588, next);
    } else if (request == GpioStructs.GET_VALUES) {
      argument.set(JAVA_LONG, 0, input ? 1 : 0);
    }
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // as with the real one, waking up early does no harm
  public synchronized boolean poll(int descriptor, int millis) {
    if (edges == 0) {
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return edges > 0;
  }

  @Override
  public synchronized long read(int descriptor, MemorySegment into) {
    long bytes = Math.min(edges * 48L, into.byteSize());
    edges = 0;
    return bytes;
  }

  @Override
  public synchronized void close(int descriptor) {
    open.remove(descriptor);
  }
}
