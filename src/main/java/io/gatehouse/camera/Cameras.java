package io.gatehouse.camera;

import java.util.Map;

/**
 * Makes the camera that a URI names. Cameras of other packages are handed in by their scheme:
 *
 * <pre>{@code
 * Cameras cameras = new Cameras(Map.of("demo", uri -> new DemoCamera(DemoOptions.of(uri))));
 * Camera camera = cameras.camera("rtsp://10.0.0.7/stream");
 * }</pre>
 */
public final class Cameras {

  /** Makes a camera of one scheme. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Makes the camera without opening it.
     *
     * @throws CameraException {@link CameraFault#UNSUPPORTED} when the URI's options make no sense
     */
    Camera make(CameraUri uri) throws CameraException;
  }

  private final Map<String, Maker> more;

  /**
   * @param more makers by scheme, lower case; they win over the built-in ones
   */
  public Cameras(Map<String, Maker> more) {
    this.more = Map.copyOf(more);
  }

  /**
   * The camera of a URI, not opened yet; whether it is there shows when it is opened.
   *
   * @throws CameraException with what is wrong with the URI and examples of right ones
   */
  public Camera camera(String uri) throws CameraException {
    CameraUri parsed = CameraUri.parse(uri);
    Maker maker = more.get(parsed.scheme());
    if (maker != null) {
      return maker.make(parsed);
    }
    return switch (parsed.scheme()) {
      case "dir" -> DirCamera.of(parsed);
      case "file" -> FileCamera.of(parsed);
      case "v4l2" -> V4l2Camera.of(parsed);
      case "rtsp", "rtsps" -> RtspCamera.of(parsed);
      case "rpicam", "demo" ->
          throw new CameraException(
              CameraFault.UNSUPPORTED,
              "%s: is not supported here yet; use one of: %s"
                  .formatted(parsed.scheme(), CameraUri.EXAMPLES));
      default ->
          throw new CameraException(
              CameraFault.UNSUPPORTED,
              "no camera is called '%s:'; use one of: %s"
                  .formatted(parsed.scheme(), CameraUri.EXAMPLES));
    };
  }
}
