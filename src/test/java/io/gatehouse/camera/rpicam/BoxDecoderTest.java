package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Region;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorBox.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxDecoderTest {

  private static final PictureLayout PICTURE = new PictureLayout(1280, 960);
  private static final ScalerCrop CROP = new ScalerCrop(2, 0, 4052, 3040);

  private static final int CAR = 2;
  private static final int DOG = 17;

  /** Four corners in the network's order, score, class; the number that counts last. */
  private static float[] tensor(int places, float count, float[]... things) {
    float[] numbers = new float[6 * places + 1];
    for (int i = 0; i < things.length; i++) {
      for (int c = 0; c < 6; c++) {
        numbers[c * places + i] = things[i][c];
      }
    }
    numbers[6 * places] = count;
    return numbers;
  }

  private static float[] thing(double a, double b, double c, double d, double score, int kind) {
    return new float[] {(float) a, (float) b, (float) c, (float) d, (float) score, kind};
  }

  private static Optional<List<SensorBox>> decode(String options, float[] tensor) throws Exception {
    NetworkOptions network =
        NetworkOptions.of(CameraUri.parse("rpicam:?threshold=0.3" + options)).orElseThrow();
    return new BoxDecoder(network, PICTURE).decode(tensor, Optional.empty(), CROP);
  }

  @ParameterizedTest
  @CsvSource({
    // worked out by hand from the sensor's 4056x3040 and the crop of the picture's size
    "1280, 960, '(2, 0)/4052x3040', 160, 240, 640, 480",
    "1280, 720, '(0, 380)/4056x2280', 160, 120, 640, 480",
    "1920, 1440, '(2, 0)/4052x3040', 239, 360, 961, 720",
    "800, 600, '(2, 0)/4052x3040', 100, 150, 400, 300",
    "1280, 960, '(1014, 760)/2028x1520', 0, 0, 960, 960"
  })
  void aBoxIsMappedFromTheSensorToThePicture(
      int width, int height, String crop, int x, int y, int w, int h) {
    Region region =
        ScalerCrop.parse(crop)
            .orElseThrow()
            .region(0.125, 0.25, 0.625, 0.75, new PictureLayout(width, height))
            .orElseThrow();

    assertThat(region).isEqualTo(new Region(x, y, w, h));
  }

  @Test
  void whatThePictureDoesNotShowHasNoBox() {
    ScalerCrop middle = new ScalerCrop(1014, 760, 2028, 1520);
    assertThat(middle.region(0, 0, 0.2, 0.2, PICTURE)).isEmpty();
    assertThat(middle.region(0.8, 0.3, 1, 0.5, PICTURE)).isEmpty();
  }

  @Test
  void carsCountAndDogsDoNotSurestFirst() throws Exception {
    List<SensorBox> boxes =
        decode(
                "",
                tensor(
                    100,
                    4,
                    thing(0.1, 0.1, 0.3, 0.3, 0.4, 7),
                    thing(0.25, 0.125, 0.75, 0.625, 0.84375, CAR),
                    thing(0.5, 0.5, 0.6, 0.6, 0.9, DOG),
                    thing(0.5, 0.5, 0.6, 0.6, 0.29, CAR)))
            .orElseThrow();

    assertThat(boxes).extracting(SensorBox::confidence).containsExactly(0.84375f, 0.4f);
    assertThat(boxes.getFirst().region()).isEqualTo(new Region(160, 240, 640, 480));
    assertThat(boxes).extracting(SensorBox::kind).containsOnly(Kind.VEHICLE);
  }

  @Test
  void aNetworkOfAnotherMakeIsASetting() throws Exception {
    float[] numbers = tensor(300, 1, thing(80, 160, 400, 480, 0.75, 0));

    assertThat(decode("&order=xy&input=640&plates=0&vehicles=", numbers).orElseThrow())
        .containsExactly(new SensorBox(new Region(160, 240, 640, 480), Kind.PLATE, 0.75f));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 600, 602, 599, 1200})
  void aTensorOfAnotherLengthIsNoAnswer(int length) throws Exception {
    assertThat(decode("", new float[length])).isEmpty();
  }

  @Test
  void aShapeThatContradictsTheTensorIsNoAnswer() throws Exception {
    NetworkOptions network = NetworkOptions.of(CameraUri.parse("rpicam:")).orElseThrow();
    BoxDecoder decoder = new BoxDecoder(network, PICTURE);
    float[] hundred = tensor(100, 0);

    assertThat(decoder.decode(hundred, Optional.of(info(1200)), CROP)).isEmpty();
    assertThat(decoder.decode(hundred, Optional.of(info(400)), CROP)).isPresent();
    assertThat(decoder.decode(hundred, Optional.of(new TensorInfo("", List.of(), 708)), CROP))
        .isPresent();
  }

  private static TensorInfo info(int first) {
    return new TensorInfo("", List.of(first, 100, 100, 1), 712);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "NaN, 0", "0, 0", "1, 1", "2, 2", "1e9, 2", "Infinity, 2", "-Infinity, 0"})
  void anImpossibleCountIsCutToThePlaces(float claimed, int found) throws Exception {
    float[] numbers =
        tensor(
            2, claimed, thing(0.1, 0.1, 0.3, 0.3, 0.5, CAR), thing(0.5, 0.5, 0.9, 0.9, 0.5, CAR));

    assertThat(decode("", numbers).orElseThrow()).hasSize(found);
  }

  @Test
  void impossibleBoxesAreLeftOut() throws Exception {
    float[] numbers =
        tensor(
            8,
            8,
            thing(0.5, 0.5, 0.5, 0.9, 0.5, CAR),
            thing(0.9, 0.5, 0.1, 0.9, 0.5, CAR),
            thing(Double.NaN, 0.1, 0.3, 0.3, 0.5, CAR),
            thing(0.1, 0.1, 0.3, 0.3, Double.NaN, CAR),
            thing(1.5, 1.5, 2, 2, 0.5, CAR),
            thing(-1, -1, -0.5, -0.5, 0.5, CAR),
            new float[] {0.1f, 0.1f, 0.3f, 0.3f, 0.5f, Float.NaN},
            thing(-1, -1, 2, 2, 5, CAR));

    assertThat(decode("", numbers).orElseThrow())
        .containsExactly(new SensorBox(new Region(0, 0, 1280, 960), Kind.VEHICLE, 1));
  }

  @Test
  void noMoreThanAskedFor() throws Exception {
    float[][] things = new float[50][];
    for (int i = 0; i < things.length; i++) {
      things[i] = thing(0.1, 0.1, 0.9, 0.9, 0.4 + i / 100.0, CAR);
    }
    assertThat(decode("&most=3", tensor(100, 50, things)).orElseThrow())
        .extracting(SensorBox::confidence)
        .containsExactly(0.89f, 0.88f, 0.87f);
  }
}
