package io.gatehouse.camera;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the technician types to name a camera: {@code scheme:target?option=value&option=value}. The
 * path of a video, of a folder or of a {@code /dev/video} device alone will do. A network address
 * keeps its query, which is the camera's own.
 *
 * @param scheme lower case: {@code dir}, {@code file}, {@code v4l2}, {@code rtsp}, {@code demo} …
 * @param target a path; for {@code rtsp} and {@code rtsps} the whole address; may be empty
 * @param options decoded, in the order given
 */
public record CameraUri(String scheme, String target, Map<String, String> options) {

  static final String EXAMPLES =
      "demo:, rpicam:, v4l2:/dev/video0, rtsp://host/stream, file:clip.mp4, dir:photos/";

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#\\s]*@");
  private static final Pattern SECRET =
      Pattern.compile("(?i)([a-z_]*(?:pass|pwd|passwd|password|token|key|secret))=[^&/\\s]*");

  /**
   * Takes a URI apart as it is written on the command line or in the settings.
   *
   * @throws CameraException {@link CameraFault#UNSUPPORTED} or {@link CameraFault#NOT_FOUND} with
   *     what was wrong and examples
   */
  public static CameraUri parse(String text) throws CameraException {
    String uri = text.strip();
    if (uri.isEmpty()) {
      throw new CameraException(
          CameraFault.UNSUPPORTED, "no camera is named; give one of: " + EXAMPLES);
    }
    Matcher matcher = SCHEME.matcher(uri);
    if (!matcher.matches()) {
      return ofPath(uri);
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    String rest = matcher.group(2);
    return switch (scheme) {
      case "rtsp", "rtsps" -> new CameraUri(scheme, uri, Map.of());
      default -> withOptions(scheme, rest);
    };
  }

  private static CameraUri ofPath(String text) throws CameraException {
    CameraUri uri = withOptions("file", text);
    if (uri.target.startsWith("/dev/video")) {
      return new CameraUri("v4l2", uri.target, uri.options);
    }
    Path path = path(uri.target);
    if (Files.isDirectory(path)) {
      return new CameraUri("dir", uri.target, uri.options);
    }
    if (Files.exists(path)) {
      return uri;
    }
    throw new CameraException(
        CameraFault.NOT_FOUND,
        "%s is neither a camera nor a file or folder that exists; examples: %s"
            .formatted(text, EXAMPLES));
  }

  private static CameraUri withOptions(String scheme, String rest) throws CameraException {
    int mark = rest.lastIndexOf('?');
    boolean partOfName = mark > 0 && Files.exists(path(rest));
    if (mark < 0 || partOfName) {
      return new CameraUri(scheme, localPath(rest), Map.of());
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : rest.substring(mark + 1).split("&")) {
      if (!option.isEmpty()) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "true" : option.substring(equals + 1);
        options.put(name.toLowerCase(Locale.ROOT), decoded(value));
      }
    }
    return new CameraUri(scheme, localPath(rest.substring(0, mark)), options);
  }

  /** The path of {@code //host/path} as file managers write it, percent signs decoded. */
  private static String localPath(String target) {
    return target.startsWith("///") ? decoded(target.substring(2).replace("+", "%2B")) : target;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return value; // a percent sign that is meant as one
    }
  }

  /**
   * The target as a path.
   *
   * @throws CameraException when no file system knows such a name
   */
  public Path path() throws CameraException {
    return path(target);
  }

  private static Path path(String target) throws CameraException {
    try {
      return Path.of(target);
    } catch (InvalidPathException e) {
      throw new CameraException(
          CameraFault.NOT_FOUND, "%s is no file name: %s".formatted(target, e.getReason()), e);
    }
  }

  /**
   * A flag: {@code loop}, {@code loop=true}, {@code loop=false}.
   *
   * @throws CameraException when it is something else
   */
  public boolean flag(String name, boolean otherwise) throws CameraException {
    String value = options.get(name);
    if (value == null) {
      return otherwise;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "on" -> true;
      case "false", "no", "0", "off" -> false;
      default -> throw wrong(name, value, "true or false");
    };
  }

  /**
   * A number within limits.
   *
   * @throws CameraException when it is something else
   */
  public double number(String name, double otherwise, double least, double most)
      throws CameraException {
    String value = options.get(name);
    if (value == null) {
      return otherwise;
    }
    String wanted = "a number from %s to %s".formatted(plain(least), plain(most));
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new CameraException(
          CameraFault.UNSUPPORTED, wrong(name, value, wanted).getMessage(), e);
    }
    throw wrong(name, value, wanted);
  }

  /** 64 rather than 64.0. */
  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /**
   * Refuses options that the camera does not know.
   *
   * @throws CameraException with the options that it does know
   */
  public void allowOnly(String... known) throws CameraException {
    List<String> names = Arrays.asList(known);
    for (String name : options.keySet()) {
      if (!names.contains(name)) {
        throw new CameraException(
            CameraFault.UNSUPPORTED,
            "%s: has no option '%s'; %s"
                .formatted(
                    scheme,
                    name,
                    names.isEmpty() ? "it has none" : "its options: " + String.join(", ", names)));
      }
    }
  }

  private CameraException wrong(String name, String value, String wanted) {
    return new CameraException(
        CameraFault.UNSUPPORTED,
        "%s: option %s=%s must be %s".formatted(scheme, name, value, wanted));
  }

  /** What people may see of it: without user names and passwords. */
  public String label() {
    return scheme.startsWith("rtsp") ? withoutSecrets(target) : scheme + ":" + target;
  }

  /** The text with user names and passwords of any address in it taken out. */
  static String withoutSecrets(String text) {
    return SECRET.matcher(USER_INFO.matcher(text).replaceAll("")).replaceAll("$1=***");
  }

  /** As {@link #label()}, so that no password reaches a log by accident. */
  @Override
  public String toString() {
    return label();
  }
}
