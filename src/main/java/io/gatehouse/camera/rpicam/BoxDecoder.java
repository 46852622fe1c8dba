package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer of a detector with built-in post-processing. For N places there are 6 N + 1
 * numbers: the four coordinates, each N times in a row, N scores, N class numbers, and how many of
 * the N count.
 */
final class BoxDecoder {

  private static final int COLUMNS = 6;

  private final NetworkOptions network;
  private final PictureLayout picture;

  BoxDecoder(NetworkOptions network, PictureLayout picture) {
    this.network = network;
    this.picture = picture;
  }

  /**
   * The boxes that count here, surest first.
   *
   * @param info the shape of the answer, where it is known
   * @param crop which part of the sensor the picture shows
   * @return empty when the answer has not the form of such a detector
   */
  Optional<List<SensorBox>> decode(float[] tensor, Optional<TensorInfo> info, ScalerCrop crop) {
    int places = (tensor.length - 1) / COLUMNS;
    if (places < 1 || tensor.length != COLUMNS * places + 1 || contradicts(info, places)) {
      return Optional.empty();
    }
    // a conversion of nan gives 0, one of a huge number the largest there is
    int valid = Math.clamp((int) tensor[COLUMNS * places], 0, places);
    List<SensorBox> boxes = new ArrayList<>();
    for (int i = 0; i < valid; i++) {
      box(tensor, places, i, crop).ifPresent(boxes::add);
    }
    boxes.sort(Comparator.comparingDouble(SensorBox::confidence).reversed());
    return Optional.of(boxes.subList(0, Math.min(boxes.size(), network.most())));
  }

  private static boolean contradicts(Optional<TensorInfo> info, int places) {
    return info.filter(i -> !i.sizes().isEmpty() && i.sizes().getFirst() != 4 * places).isPresent();
  }

  private Optional<SensorBox> box(float[] tensor, int places, int i, ScalerCrop crop) {
    float score = tensor[4 * places + i];
    Optional<SensorBox.Kind> kind = network.kind(Math.round(tensor[5 * places + i]));
    if (!(score >= network.threshold()) || kind.isEmpty()) {
      return Optional.empty();
    }
    boolean yx = network.order() == NetworkOptions.Order.YX;
    double left = share(tensor[(yx ? 1 : 0) * places + i], network.inputWidth());
    double top = share(tensor[(yx ? 0 : 1) * places + i], network.inputHeight());
    double right = share(tensor[(yx ? 3 : 2) * places + i], network.inputWidth());
    double bottom = share(tensor[(yx ? 2 : 3) * places + i], network.inputHeight());
    if (!(right > left) || !(bottom > top)) {
      return Optional.empty(); // nan too
    }
    Optional<Region> region = crop.region(left, top, right, bottom, picture);
    return region.map(r -> new SensorBox(r, kind.get(), Math.min(1, score)));
  }

  private static double share(float coordinate, int input) {
    double share = coordinate / input;
    return Double.isNaN(share) ? share : Math.clamp(share, 0, 1);
  }
}
