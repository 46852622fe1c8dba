package io.gatehouse.camera.demo;

/** What a demo vehicle looks like from behind, apart from its plate. Colours are 0xRRGGBB. */
public sealed interface VehicleBody {

  /**
   * A motorbike and who rides it.
   *
   * @param style of the machine
   * @param paint of the fairing
   * @param rider who sits on it
   * @param load what is behind the rider
   */
  record Motorbike(Style style, int paint, Rider rider, Load load) implements VehicleBody {

    /** What the machine is. */
    public enum Style {
      SCOOTER,
      UNDERBONE
    }

    /** What is behind the rider. */
    public enum Load {
      NONE,
      PASSENGER,
      BOX
    }
  }

  /**
   * Who rides a motorbike.
   *
   * @param helmet colour
   * @param jacket colour
   * @param trousers colour
   * @param fullFace whether the helmet covers the whole head
   */
  record Rider(int helmet, int jacket, int trousers, boolean fullFace) {}

  /**
   * A car.
   *
   * @param shape of the body
   * @param paint colour
   * @param taxi whether it carries a roof sign
   */
  record Car(Shape shape, int paint, boolean taxi) implements VehicleBody {

    /** Bodies as they differ from behind. */
    public enum Shape {
      SEDAN,
      HATCHBACK,
      SUV,
      VAN
    }
  }
}
