package io.gatehouse.camera.rpicam;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code rpicam-vid} writes to its error stream, emptied by a thread of its own for as long as
 * it runs, however much it is. Lines end with LF, a progress with CR.
 */
final class RpicamLog implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(RpicamLog.class);

  private static final int LONGEST_LINE = 2_000;
  private static final int FIRST_KEPT = 100;
  private static final int LAST_KEPT = 40;

  private static final Pattern FATAL = Pattern.compile("ERROR: \\*\\*\\* (.+?) \\*\\*\\*");
  private static final Pattern UPLOAD = Pattern.compile("Network Firmware Upload: (\\d{1,3})%.*");
  private static final String NO_STAGE = "No post processing stage found";
  private static final String OWN_RESTART = "Device timeout detected";

  private final InputStream in;
  private final CountDownLatch over = new CountDownLatch(1);
  private final StringBuilder line = new StringBuilder();

  // guarded by this
  private final List<String> first = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();
  private Optional<String> fatal = Optional.empty();
  private OptionalInt uploaded = OptionalInt.empty();
  private boolean stageMissing;
  private int ownRestarts;

  RpicamLog(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    byte[] bytes = new byte[8192];
    try {
      int count = in.read(bytes);
      while (count >= 0) {
        for (int i = 0; i < count; i++) {
          take((char) (bytes[i] & 0xFF));
        }
        count = in.read(bytes);
      }
    } catch (IOException e) {
      log.debug("the error stream broke: {}", e.getMessage());
    }
    endLine();
    over.countDown();
  }

  /** Waits for its end, which comes with that of the program; its last words are known then. */
  void awaitEnd(Duration within) throws InterruptedException {
    if (!over.await(within.toNanos(), TimeUnit.NANOSECONDS)) {
      log.debug("the error stream goes on after the pictures' end");
    }
  }

  private void take(char c) {
    if (c == '\n' || c == '\r') {
      endLine();
    } else if (line.length() < LONGEST_LINE) {
      line.append(c < ' ' ? ' ' : c);
    }
  }

  private void endLine() {
    if (!line.isEmpty()) {
      note(line.toString());
      line.setLength(0);
    }
  }

  private synchronized void note(String text) {
    Matcher upload = UPLOAD.matcher(text);
    if (upload.matches()) {
      uploaded = OptionalInt.of(Math.min(100, Integer.parseInt(upload.group(1))));
      return; // hundreds of them
    }
    log.debug("rpicam-vid: {}", text);
    Matcher error = FATAL.matcher(text);
    if (error.find()) {
      fatal = Optional.of(error.group(1));
    }
    stageMissing |= text.startsWith(NO_STAGE);
    ownRestarts += text.contains(OWN_RESTART) ? 1 : 0;
    if (first.size() < FIRST_KEPT) {
      first.add(text);
    } else {
      last.addLast(text);
      if (last.size() > LAST_KEPT) {
        last.removeFirst();
      }
    }
  }

  /** What it ended with, in its own words; empty when it did not say. */
  synchronized Optional<String> fatal() {
    return fatal;
  }

  /** How much of the network is in the sensor, 0 to 100; empty where it does not say. */
  synchronized OptionalInt uploaded() {
    return uploaded;
  }

  /** Whether the package that puts the network into the sensor is missing. */
  synchronized boolean stageMissing() {
    return stageMissing;
  }

  /** How often it has started the camera anew by itself. */
  synchronized int ownRestarts() {
    return ownRestarts;
  }

  /** The first and the last lines, progress left out. */
  synchronized List<String> lines() {
    List<String> all = new ArrayList<>(first);
    all.addAll(last);
    return all;
  }
}
