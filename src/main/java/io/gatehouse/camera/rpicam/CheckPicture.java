package io.gatehouse.camera.rpicam;

import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorView;
import io.gatehouse.common.TimeSource;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A picture with a frame around each thing that the sensor found. */
final class CheckPicture {

  private static final int QUALITY = 90;
  private static final int THICKNESS = 3;

  private CheckPicture() {}

  static byte[] jpeg(PictureLayout layout, RawPicture picture) {
    Natives.load();
    try (FramePool pool = new FramePool();
        YuvConverter converter = new YuvConverter(layout);
        Frame frame =
            new FrameFactory(pool, TimeSource.system()).frame(layout.width(), layout.height())) {
      boolean converted = converter.convert(picture.pixels(), frame.bgr());
      assert converted;
      List<SensorBox> boxes = picture.view().map(SensorView::boxes).orElse(List.of());
      for (SensorBox box : boxes) {
        draw(frame, box.region());
      }
      return new JpegEncoder(QUALITY).encode(frame);
    }
  }

  private static void draw(Frame frame, Region region) {
    try (Rect rect = new Rect(region.x(), region.y(), region.width(), region.height());
        Scalar green = new Scalar(60, 220, 60, 0)) {
      rectangle(frame.bgr(), rect, green, THICKNESS, LINE_8, 0);
    }
  }
}
