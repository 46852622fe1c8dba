package io.gatehouse.camera;

import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FOURCC;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_V4L2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;

/**
 * A USB or built-in camera on Linux: {@code v4l2:/dev/video0?width=1280&height=720&fps=30}. It goes
 * through OpenCV, whose V4L2 code needs no further library; FFmpeg's needs X11. The camera takes
 * the size and rate nearest to those asked for.
 */
public final class V4l2Camera implements Camera {

  private static final Path DEVICES = Path.of("/dev");
  private static final String PREFIX = "video";

  private final Path device;
  private final int width;
  private final int height;
  private final double fps;

  /**
   * @param device {@code /dev/videoN} or a link to one, as in {@code /dev/v4l/by-id}
   * @param width pixels
   * @param height pixels
   * @param fps frames a second
   */
  public V4l2Camera(Path device, int width, int height, double fps) {
    this.device = device;
    this.width = width;
    this.height = height;
    this.fps = fps;
  }

  static V4l2Camera of(CameraUri uri) throws CameraException {
    uri.allowOnly("width", "height", "fps");
    Path device = uri.target().isEmpty() ? DEVICES.resolve(PREFIX + "0") : uri.path();
    return new V4l2Camera(
        device,
        (int) uri.number("width", 1280, 16, 8192),
        (int) uri.number("height", 720, 16, 8192),
        uri.number("fps", 30, 1, 240));
  }

  @Override
  public FrameSource open(FrameFactory frames) throws CameraException {
    int number = deviceNumber();
    Natives.loadVideo();
    VideoCapture capture = new VideoCapture();
    if (!capture.open(number, CAP_V4L2)) {
      capture.close();
      throw new CameraException(
          CameraFault.FAILED,
          "%s does not start; it may be in use by another program, or be no camera%s"
              .formatted(device, others()));
    }
    // USB 2 carries 1280x720 at 30 a second only as JPEG pictures
    capture.set(
        CAP_PROP_FOURCC, VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G'));
    capture.set(CAP_PROP_FRAME_WIDTH, width);
    capture.set(CAP_PROP_FRAME_HEIGHT, height);
    capture.set(CAP_PROP_FPS, fps);
    return new V4l2Source(device.toString(), capture, frames);
  }

  private int deviceNumber() throws CameraException {
    if (!Files.exists(device)) {
      throw new CameraException(
          CameraFault.NOT_FOUND,
          "camera %s is not there; plug it in%s".formatted(device, others()));
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw new CameraException(
          CameraFault.NO_PERMISSION,
          "camera %s may not be used by this user; run: sudo usermod -aG video $USER, then log in anew"
              .formatted(device));
    }
    try {
      Path real = device.toRealPath();
      String name = String.valueOf(real.getFileName());
      if (DEVICES.equals(real.getParent()) && name.matches(PREFIX + "\\d{1,6}")) {
        return Integer.parseInt(name.substring(PREFIX.length()));
      }
    } catch (IOException e) {
      throw new CameraException(
          CameraFault.FAILED,
          "camera %s cannot be looked up (%s); plug it in again".formatted(device, e.getMessage()),
          e);
    }
    throw new CameraException(
        CameraFault.NOT_FOUND, "%s is no camera device%s".formatted(device, others()));
  }

  private static String others() {
    try (Stream<Path> devices = Files.list(DEVICES)) {
      List<String> cameras =
          devices
              .map(Path::toString)
              .filter(name -> name.startsWith(DEVICES.resolve(PREFIX).toString()))
              .sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
              .toList();
      return cameras.isEmpty()
          ? " (no camera is connected)"
          : " (there are: %s)".formatted(String.join(", ", cameras));
    } catch (IOException _) {
      return ""; // a hint less
    }
  }

  @Override
  public String label() {
    return "v4l2:" + device;
  }

  @Override
  public boolean endless() {
    return true;
  }
}
