package io.gatehouse.support.rpicam;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for {@code rpicam-vid} with an IMX500, as a real child process: the same bytes, texts,
 * exit statuses and signals, and every fault that {@link Play} names. {@code main(play… -- the
 * program's own arguments)}.
 */
public final class FakeRpicamVid {

  private static final int REFUSED = 255;
  private static final int ABORTED = 134;
  private static final int BUFFERS = 8;
  private static final Pattern NETWORK_FILE = Pattern.compile("\"network_file\": \"([^\"]+)\"");

  private final Play play;
  private final Arguments arguments;
  private final PrintStream log = new PrintStream(System.err, true, StandardCharsets.US_ASCII);
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final CountDownLatch told = new CountDownLatch(1);

  private FakeRpicamVid(Play play, Arguments arguments) {
    this.play = play;
    this.arguments = arguments;
  }

  public static void main(String[] args) throws Exception {
    List<String> all = Arrays.asList(args);
    int end = all.indexOf("--");
    Play play = new Play(all.subList(0, end));
    List<String> own = all.subList(end + 1, all.size());
    int status;
    try {
      note(play, "start " + ProcessHandle.current().pid() + " " + String.join(" ", own));
      status = new FakeRpicamVid(play, new Arguments(own)).run();
    } catch (IllegalArgumentException e) {
      System.err.println("ERROR: *** unrecognised option '" + e.getMessage() + "' ***");
      status = REFUSED;
    } catch (BrokenPipe e) {
      status = ABORTED;
    }
    note(play, "end " + status);
    Runtime.getRuntime().halt(status);
  }

  private static void note(Play play, String line) throws IOException {
    if (play.has("calls")) {
      Files.writeString(
          Path.of(play.text("calls", "")),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static final class BrokenPipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPipe(IOException cause) {
      super(cause);
    }
  }

  private int run() throws Exception {
    if (arguments.has("--version")) {
      write(
          """
          rpicam-apps build: v1.12.0 0123456789ab 01-06-2026 (10:00:00)
          rpicam-apps capabilites: egl:1 qt:1 drm:1 libav:1
          libcamera build: v0.7.1+rpt20260429
          """
              .getBytes(StandardCharsets.US_ASCII));
      return 0;
    }
    if (play.has("fail")) {
      return refuse(play.text("fail", ""));
    }
    onInterrupt();
    boolean network = arguments.has("--post-process-file");
    if (network) {
      String missing = openNetwork();
      if (!missing.isEmpty()) {
        return refuse(missing + " not found!");
      }
    }
    int width = arguments.whole("--width", 640);
    int height = arguments.whole("--height", 480);
    log.printf("Mode selection for %d:%d:12:P%n", width, height);
    log.println("Stream configuration adjusted");
    upload();
    return film(new Geometry(width, height), network);
  }

  private int refuse(String why) {
    log.println("ERROR: *** " + why + " ***");
    return REFUSED;
  }

  /** Returns the file that is not there. */
  private String openNetwork() throws IOException {
    String stage = Files.readString(Path.of(arguments.text("--post-process-file", "")));
    if (!stage.contains("\"imx500_object_detection\"") || !stage.contains("\"max_detections\"")) {
      throw new IOException("not a stage: " + stage);
    }
    if (play.has("no-stage")) {
      log.println("No post processing stage found for \"imx500_object_detection\"");
      return "";
    }
    log.println("Reading post processing stage \"imx500_object_detection\"");
    Matcher file = NETWORK_FILE.matcher(stage);
    if (!file.find()) {
      throw new IOException("no network: " + stage);
    }
    if (!Files.exists(Path.of(file.group(1)))) {
      return file.group(1);
    }
    log.println("------------------------------------------------------------------");
    log.println("NOTE: Loading network firmware onto the IMX500 can take several minutes.");
    log.println("------------------------------------------------------------------");
    return "";
  }

  private void upload() throws InterruptedException {
    double seconds = play.number("upload", 0);
    for (int percent = 0; seconds > 0 && percent <= 100 && !isTold(); percent += 10) {
      log.printf("Network Firmware Upload: %d%% (%d/3600 KB)\r", percent, percent * 36);
      rest((long) (seconds * 1e8));
    }
  }

  private int film(Geometry geometry, boolean network) throws Exception {
    double framerate = arguments.number("--framerate", 30);
    Scene scene = Looped.of(scene(geometry, framerate), (int) play.whole("loop", 0));
    RecordText text = new RecordText(play, geometry, framerate);
    boolean records = arguments.has("--metadata");
    long period = (long) (1e9 / framerate);
    long begun = System.nanoTime();
    long lost = 0;
    long frames = arguments.whole("--frames", Integer.MAX_VALUE);
    for (long n = 0; n < frames && !isTold(); n++) {
      long due = begun + (n + lost) * period;
      if (!play.has("fast")) {
        rest(due - System.nanoTime());
        lost += withoutBuffer(System.nanoTime() - due, period);
      }
      if (standStill(n)) {
        begun = System.nanoTime() - (n + lost) * period; // goes on with new pictures
        due = System.nanoTime();
      }
      if (play.at("late-at", n)) {
        rest((long) (play.number("late", 1) * 1e9)); // what was taken until then comes late
      }
      Scene.Shot shot = scene.shot(n);
      flood();
      if (play.at("cut-at", n)) {
        write(Arrays.copyOf(shot.yuv(), shot.yuv().length / 2));
        return 0;
      }
      write(shot.yuv());
      long wall = System.currentTimeMillis() * 1_000_000;
      long taken = play.has("fast") ? System.nanoTime() : due;
      byte[] record = text.of(n, shot.things(), network, taken, wall);
      if (play.at("cut-record-at", n)) {
        write(Arrays.copyOf(record, record.length / 2));
        return 0;
      }
      if (records) {
        write(record);
      }
      if (play.at("garbage-at", n)) {
        write(new byte[geometry.bytes() + 1000]);
      }
    }
    return 0;
  }

  /** How many pictures find no buffer while the pipe is full: the camera drops them. */
  private static long withoutBuffer(long behind, long period) {
    return Math.max(0, behind / period - BUFFERS);
  }

  private Scene scene(Geometry geometry, double framerate) throws Exception {
    String wanted = play.text("scene", "pattern");
    if (wanted.equals("pattern")) {
      return new PatternScene(geometry);
    }
    return wanted.startsWith("demo:")
        ? new DemoScene(geometry, wanted, framerate)
        : new PictureScene(geometry, wanted);
  }

  private boolean standStill(long frame) throws InterruptedException {
    if (play.at("freeze-at", frame)) {
      rest(TimeUnit.HOURS.toNanos(1));
      return true;
    }
    if (play.at("pause-at", frame)) {
      rest((long) (play.number("pause", 1) * 0.7e9));
      log.println("ERROR: Device timeout detected, attempting a restart!!!");
      rest((long) (play.number("pause", 1) * 0.3e9));
      return true;
    }
    return false;
  }

  private void flood() {
    for (long i = play.whole("flood", 0); i > 0; i--) {
      log.println("[0:01:02.345678901] [1234]  WARN Flood flood.cpp:42 nothing of importance " + i);
    }
  }

  private void write(byte[] bytes) {
    int piece = (int) play.whole("piece", bytes.length);
    try {
      for (int at = 0; at < bytes.length; at += piece) {
        out.write(bytes, at, Math.min(piece, bytes.length - at));
      }
      out.flush();
    } catch (IOException e) {
      throw new BrokenPipe(e);
    }
  }

  private boolean isTold() {
    return told.getCount() == 0;
  }

  /** Until the time is over, or it is told to stop. */
  private void rest(long nanos) throws InterruptedException {
    if (nanos > 0) {
      boolean _ = told.await(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * SIGINT ends it properly, SIGTERM does not. By reflection, since the compiler warns of the
   * class, and Java has no other.
   */
  private void onInterrupt() throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object told =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, args) -> {
              if (!play.has("deaf")) {
                this.told.countDown();
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance("INT"), told);
  }
}
