package io.gatehouse.ui.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Camera URIs as people choose them: what kind of camera, and where it is. */
final class CameraAddress {

  /** Kinds of camera, each with the way its URI begins. */
  enum Kind {
    DEMO("demo:", "demo:"),
    PI("rpicam:", "rpicam:"),
    USB("v4l2:", "v4l2:/dev/video0"),
    NETWORK("rtsp:", "rtsp://192.168.1.10:554/stream1"),
    VIDEO("file:", "file:/home/pi/clip.mp4"),
    FOLDER("dir:", "dir:/home/pi/photos");

    private final String scheme;
    private final String example;

    Kind(String scheme, String example) {
      this.scheme = scheme;
      this.example = example;
    }

    String scheme() {
      return scheme;
    }

    /** A URI of this kind to start from. */
    String example() {
      return example;
    }

    /** Whether the kind alone says all. */
    boolean needsNoPlace() {
      return this == DEMO || this == PI;
    }
  }

  /** What is wrong with a URI as it is written; whether the camera is there shows when it opens. */
  enum Problem {
    EMPTY,
    UNKNOWN_KIND,
    NO_PLACE,
    NO_HOST,
    NO_DEVICE
  }

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z0-9]+:");
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");

  private CameraAddress() {}

  /** The URI as anybody may see it on the screen: without user name and password. */
  static String shown(String uri) {
    return USER_INFO.matcher(uri).replaceAll("•••@");
  }

  /** The kind that a URI or a bare path names; empty when it names none. */
  static Optional<Kind> kindOf(String uri) {
    String start = uri.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("rtsps:")) {
      return Optional.of(Kind.NETWORK);
    }
    if (start.startsWith("/")) {
      return Optional.of(start.startsWith("/dev/") ? Kind.USB : Kind.VIDEO);
    }
    return Arrays.stream(Kind.values()).filter(k -> start.startsWith(k.scheme())).findFirst();
  }

  /** What is wrong with the writing; empty when it is right. */
  static Optional<Problem> check(String uri) {
    String written = uri.strip();
    if (written.isEmpty()) {
      return Optional.of(Problem.EMPTY);
    }
    Optional<Kind> kind = kindOf(written);
    if (kind.isEmpty()) {
      return Optional.of(Problem.UNKNOWN_KIND);
    }
    String place = SCHEME.matcher(written).replaceFirst("");
    return switch (kind.get()) {
      case DEMO, PI -> Optional.empty();
      case USB ->
          place.startsWith("/dev/") && place.length() > "/dev/".length()
              ? Optional.empty()
              : Optional.of(Problem.NO_DEVICE);
      case NETWORK ->
          place.matches("//[^/\\s]+(/\\S*)?") ? Optional.empty() : Optional.of(Problem.NO_HOST);
      case VIDEO, FOLDER -> place.isBlank() ? Optional.of(Problem.NO_PLACE) : Optional.empty();
    };
  }
}
