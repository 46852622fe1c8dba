package io.gatehouse.bench;

import com.sun.management.OperatingSystemMXBean;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.PreviewTarget;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.camera.rpicam.RpicamCamera;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.detect.FrameDifferenceVehicleDetector;
import io.gatehouse.detect.NetPlateDetector;
import io.gatehouse.detect.PlateDetector;
import io.gatehouse.detect.SensorGuidedDetector;
import io.gatehouse.detect.VehicleDetectorSettings;
import io.gatehouse.support.rpicam.FakeRpicam;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/**
 * What the AI Camera's way costs at 1280x960 and 30 pictures a second: the pipe and the records,
 * the same with the preview, the same with detection on every picture. The camera is the stand-in,
 * in a process of its own, which shows rendered vehicles. The peer reads the same pictures from the
 * same kind of pipe with FFmpeg's grabber, which knows no records. CPU time is this process's
 * alone.
 *
 * <p>Run: {@code ./gatehouse bench rpicam [PICTURES]}
 */
public final class RpicamBenchmark {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 960;
  private static final int RATE = 30;
  private static final int SHOWN = 800;
  private static final int WARM_UP = 300;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Threads threads =
      new Threads((thread, failure) -> failure.printStackTrace(System.err));
  private final FakeRpicam camera;
  private final Path folder;
  private final int pictures;
  private double peerMillis;

  private RpicamBenchmark(Path folder, int pictures) throws Exception {
    this.folder = folder;
    this.pictures = pictures;
    this.camera = FakeRpicam.in(folder, "scene=demo:?patience=3", "loop=45");
  }

  public static void main(String[] args) throws Exception {
    int pictures = args.length > 0 ? Integer.parseInt(args[0]) : 450;
    Path folder = Files.createTempDirectory("rpicam-bench-");
    new RpicamBenchmark(folder, pictures).run();
  }

  private void run() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "AI Camera, %dx%d at %d/s, %d pictures each (%s, %d processors)%n%-44s %8s %10s %12s %14s%n",
        WIDTH,
        HEIGHT,
        RATE,
        pictures,
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        "",
        "a second",
        "CPU ms",
        "of a core %",
        "to FFmpeg's");
    peer();
    ours("pipe, records, colours", frame -> {});
    try (RealPreviewFeed preview = new RealPreviewFeed()) {
      Target target = new Target();
      ours(
          "the same and the preview, %d wide".formatted(SHOWN),
          frame -> {
            preview.accept(frame);
            preview.paintNewest(target);
          });
      try (PlateDetector plates = new SensorGuidedDetector(new NetPlateDetector(1))) {
        FrameDifferenceVehicleDetector vehicles =
            new FrameDifferenceVehicleDetector(VehicleDetectorSettings.defaults());
        ours(
            "the same and detection on every picture",
            frame -> {
              preview.accept(frame);
              preview.paintNewest(target);
              vehicles.observe(frame);
              plates.detect(frame);
            });
      }
    }
  }

  private void ours(String name, Consumer<Frame> work) throws Exception {
    CameraUri uri = CameraUri.parse(camera.uri("&framerate=" + RATE));
    try (FramePool pool = new FramePool();
        FrameSource source =
            RpicamCamera.of(uri, threads, Files.createTempDirectory(folder, "run"))
                .open(new FrameFactory(pool, TimeSource.system()))) {
      measure(
          name,
          () -> {
            try (Frame frame = source.next().orElseThrow()) {
              work.accept(frame);
            }
          });
    }
  }

  private void peer() throws Exception {
    Process child =
        new ProcessBuilder(
                camera.program().toString(),
                "--width",
                Integer.toString(WIDTH),
                "--height",
                Integer.toString(HEIGHT),
                "--framerate",
                Integer.toString(RATE),
                "-o",
                "-")
            .redirectError(Redirect.DISCARD)
            .start();
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    try (InputStream pipe = child.getInputStream();
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(pipe, 0)) {
      grabber.setFormat("rawvideo");
      grabber.setOption("pixel_format", "yuvj420p");
      grabber.setOption("video_size", WIDTH + "x" + HEIGHT);
      grabber.setOption("framerate", Integer.toString(RATE));
      grabber.setImageMode(FrameGrabber.ImageMode.COLOR);
      grabber.start();
      peerMillis = measure("FFmpeg's grabber, pictures alone", grabber::grabImage);
    } finally {
      child.destroyForcibly();
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  /** Returns CPU milliseconds a picture. */
  private double measure(String name, Step step) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      step.run();
    }
    long cpu = process.getProcessCpuTime();
    long wall = System.nanoTime();
    for (int i = 0; i < pictures; i++) {
      step.run();
    }
    double seconds = (System.nanoTime() - wall) / 1e9;
    double spent = (process.getProcessCpuTime() - cpu) / 1e9;
    double millis = spent * 1e3 / pictures;
    System.out.printf(
        Locale.ROOT,
        "%-44s %8.1f %10.2f %12.1f %14s%n",
        name,
        pictures / seconds,
        millis,
        100 * spent / seconds,
        peerMillis == 0 ? "1" : String.format(Locale.ROOT, "%.2f", millis / peerMillis));
    return millis;
  }

  private static final class Target implements PreviewTarget {

    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    @Override
    public int shownWidth() {
      return SHOWN;
    }

    @Override
    public ByteBuffer pixels(int width, int height) {
      if (buffer.capacity() != 4 * width * height) {
        buffer = ByteBuffer.allocateDirect(4 * width * height);
      }
      return buffer;
    }
  }
}
