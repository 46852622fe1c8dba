package io.gatehouse.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PictureZoomTest {

  private final PictureZoom whole = PictureZoom.fit(1280, 720, 640, 640);

  @Test
  void fitShowsTheWholePicture() {
    assertThat(whole.seenWidth()).isEqualTo(1280);
    assertThat(whole.seenHeight()).isEqualTo(720);
    assertThat(whole.scale()).isEqualTo(0.5);
    assertThat(whole.canZoomOut()).isFalse();
  }

  @Test
  void tappedPlaceMovesToTheMiddle() {
    PictureZoom closer = whole.in().in().in().tapped(320, 320);

    assertThat(closer.centerX()).isCloseTo(640, within(1e-6));
    PictureZoom left = whole.tapped(100, 180);
    assertThat(left.factor()).isGreaterThan(2);
    assertThat(left.seenX()).isLessThanOrEqualTo(200).isGreaterThanOrEqualTo(0);
    assertThat(left.seenX() + left.seenWidth()).isGreaterThan(200);
  }

  @Test
  void tapAtTheClosestGoesBackToTheWhole() {
    PictureZoom closest = whole;
    while (closest.canZoomIn()) {
      closest = closest.in();
    }
    assertThat(closest.factor()).isEqualTo(PictureZoom.MAX);
    assertThat(closest.tapped(10, 10)).isEqualTo(whole);
  }

  @Test
  void anotherSizeOfTheViewKeepsTheSeenPlace() {
    PictureZoom zoomed = whole.in().in().moved(1, 0);

    PictureZoom resized = zoomed.resized(320, 320);
    assertThat(resized.factor()).isEqualTo(zoomed.factor());
    assertThat(resized.centerX()).isCloseTo(zoomed.centerX(), within(1e-6));
  }

  @Property
  void seenPartNeverLeavesThePicture(
      @ForAll @DoubleRange(min = 1, max = 5000) double width,
      @ForAll @DoubleRange(min = 1, max = 5000) double height,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 6) Integer> taps) {
    PictureZoom zoom = PictureZoom.fit(width, height, 800, 480);
    for (int tap : taps) {
      zoom =
          switch (tap) {
            case 0 -> zoom.in();
            case 1 -> zoom.out();
            case 2 -> zoom.moved(1, 0);
            case 3 -> zoom.moved(-1, 0);
            case 4 -> zoom.moved(0, 1);
            case 5 -> zoom.moved(0, -1);
            default -> zoom.tapped(790, 470);
          };
      assertThat(zoom.seenX()).isGreaterThanOrEqualTo(-1e-6);
      assertThat(zoom.seenY()).isGreaterThanOrEqualTo(-1e-6);
      assertThat(zoom.seenX() + zoom.seenWidth()).isLessThanOrEqualTo(width + 1e-6);
      assertThat(zoom.seenY() + zoom.seenHeight()).isLessThanOrEqualTo(height + 1e-6);
      assertThat(zoom.seenWidth() * zoom.scale()).isLessThanOrEqualTo(800 + 1e-6);
    }
  }
}
