package io.gatehouse.support.rpicam;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;

/** The rendered lane of {@code demo:}, whose vehicles the network finds around their plates. */
final class DemoScene implements Scene {

  private static final int MOTORBIKE = 3;

  private final Geometry geometry;
  private final DemoCamera camera;
  private final FrameSource source;
  private final FakeTime time = new FakeTime();
  private final Duration step;

  /**
   * @param uri {@code demo:} with options but those of size and rate
   */
  DemoScene(Geometry geometry, String uri, double framerate) throws Exception {
    Natives.load();
    this.geometry = geometry;
    String more = uri.contains("?") ? "&" : "?";
    String sized =
        "%s%ssize=%dx%d&fps=%s"
            .formatted(uri, more, geometry.width(), geometry.height(), framerate);
    this.camera = new DemoCamera(DemoOptions.of(CameraUri.parse(sized)));
    this.source = camera.open(new FrameFactory(new FramePool(), time));
    this.step = Duration.ofNanos((long) (1e9 / framerate));
  }

  @Override
  public Shot shot(long number) throws Exception {
    time.advance(step);
    try (Frame frame = source.next().orElseThrow()) {
      UByteIndexer bgr = frame.bgr().createIndexer();
      byte[] yuv =
          YuvPacker.pack(
              geometry,
              (x, y) -> bgr.get(y, x, 2) << 16 | bgr.get(y, x, 1) << 8 | bgr.get(y, x, 0));
      return new Shot(
          yuv, camera.lane().truth().plateBox().map(this::around).map(List::of).orElse(List.of()));
    }
  }

  private Thing around(Region plate) {
    double middle = plate.centerX() / geometry.width();
    double wide = 1.5 * plate.width() / geometry.width();
    double top = (plate.y() - 4.0 * plate.height()) / geometry.height();
    double bottom = (plate.bottom() + 1.5 * plate.height()) / geometry.height();
    return new Thing(
        Math.clamp(middle - wide, 0, 1),
        Math.clamp(top, 0, 1),
        Math.clamp(middle + wide, 0, 1),
        Math.clamp(bottom, 0, 1),
        0.8125,
        MOTORBIKE);
  }
}
