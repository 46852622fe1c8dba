package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraUri;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@code rpicam:} address asks for: {@code
 * rpicam:?width=1280&height=960&framerate=15&network=/path/net.rpk&vehicles=2,3,5,7&plates=&order=yx&input=1
 * &threshold=0.3&most=20&hflip=false&vflip=false&buffers=8&starts=8&program=rpicam-vid}. All of it
 * may be left out.
 *
 * @param program the executable, by path or by name
 * @param picture size of the pictures; 4:3 shows all that the network sees
 * @param framerate pictures a second
 * @param hflip whether left and right are swapped, in the sensor
 * @param vflip whether the picture stands on its head
 * @param buffers that the camera keeps; more of them bear a longer pause of ours
 * @param starts how often it is started since the machine was, before a restart of the machine is
 *     asked for
 * @param network empty for pictures alone
 */
public record RpicamOptions(
    String program,
    PictureLayout picture,
    double framerate,
    boolean hflip,
    boolean vflip,
    int buffers,
    int starts,
    Optional<NetworkOptions> network) {

  private static final String[] KNOWN = {
    "width",
    "height",
    "framerate",
    "network",
    "vehicles",
    "plates",
    "order",
    "input",
    "threshold",
    "most",
    "hflip",
    "vflip",
    "buffers",
    "starts",
    "program"
  };

  /**
   * Reads the options of an address.
   *
   * @throws CameraException when one is unknown or out of range; the message names it
   */
  public static RpicamOptions of(CameraUri uri) throws CameraException {
    uri.allowOnly(KNOWN);
    if (!uri.target().isEmpty()) {
      throw NetworkOptions.wrong(
          "",
          uri.target(),
          "left out: after 'rpicam:' come options alone, as in rpicam:?width=1280");
    }
    return new RpicamOptions(
        uri.options().getOrDefault("program", "rpicam-vid"),
        new PictureLayout(
            even(uri, "width", 1280, ScalerCrop.SENSOR_WIDTH),
            even(uri, "height", 960, ScalerCrop.SENSOR_HEIGHT)),
        uri.number("framerate", 15, 1, 30),
        uri.flag("hflip", false),
        uri.flag("vflip", false),
        (int) uri.number("buffers", 8, 4, 24),
        (int) uri.number("starts", 8, 1, 20),
        NetworkOptions.of(uri));
  }

  private static int even(CameraUri uri, String name, int otherwise, int most)
      throws CameraException {
    double number = uri.number(name, otherwise, 64, most);
    if (number % 2 != 0) {
      throw NetworkOptions.wrong(
          name, uri.options().get(name), "an even number from 64 to %d".formatted(most));
    }
    return (int) number;
  }

  /**
   * The command line.
   *
   * @param stage the post-processing file, where there is a network
   * @param more further arguments
   */
  List<String> command(Optional<Path> stage, List<String> more) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program, "-n", "-t", "0", "--codec", "yuv420"));
    command.addAll(List.of("--width", Integer.toString(picture.width())));
    command.addAll(List.of("--height", Integer.toString(picture.height())));
    command.addAll(List.of("--framerate", String.format(Locale.ROOT, "%.3f", framerate)));
    command.addAll(List.of("--buffer-count", Integer.toString(buffers), "--flush"));
    if (hflip) {
      command.add("--hflip");
    }
    if (vflip) {
      command.add("--vflip");
    }
    stage.ifPresent(file -> command.addAll(List.of("--post-process-file", file.toString())));
    command.addAll(List.of("--metadata", "-", "--metadata-format", "txt", "-o", "-"));
    command.addAll(more);
    return command;
  }

  /** What the post-processing file must say: the detection alone, so that nothing is drawn. */
  static String stage(NetworkOptions network) {
    return String.format(
        Locale.ROOT,
        """
        {
          "imx500_object_detection": {
            "max_detections": %d,
            "threshold": %.3f,
            "network_file": "%s"
          }
        }
        """,
        network.most(),
        network.threshold(),
        network.file().toString().replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
