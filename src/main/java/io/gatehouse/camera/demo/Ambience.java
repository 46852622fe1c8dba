package io.gatehouse.camera.demo;

/**
 * The light of the hour and the weather.
 *
 * @param skyTop 0xRRGGBB overhead
 * @param skyLow 0xRRGGBB at the horizon
 * @param haze how far the distance takes on the colour of the horizon, 0 to 1
 * @param red light on everything, 1 is full daylight
 * @param green as {@code red}
 * @param blue as {@code red}
 * @param lamps how strongly lamps show, 0 by day to 1 by night
 * @param flood light of the camera's own lamp on what stands before it
 * @param sun strength of cast shadows, 0 under clouds
 * @param wet whether the ground is wet and rain falls
 * @param grain standard deviation of the sensor's noise in grey levels
 */
record Ambience(
    int skyTop,
    int skyLow,
    double haze,
    double red,
    double green,
    double blue,
    double lamps,
    double flood,
    double sun,
    boolean wet,
    double grain) {

  static Ambience of(DemoLight light, boolean rain) {
    Ambience dry =
        switch (light) {
          case DAY ->
              new Ambience(0x7FA8D0, 0xDDE7EC, 0.35, 1.08, 1.065, 1.04, 0.12, 0, 1, false, 2.6);
          case DUSK ->
              new Ambience(0x2F3E6B, 0xE9A06B, 0.5, 0.62, 0.53, 0.56, 0.7, 0.2, 0.25, false, 4.2);
          case NIGHT ->
              new Ambience(0x070B16, 0x2B3247, 0.4, 0.2, 0.225, 0.3, 1, 0.52, 0, false, 6);
        };
    return rain ? dry.rainy() : dry;
  }

  private Ambience rainy() {
    int grey = Brush.scaled(0xA9B2B8, 0.25 + 0.75 * green);
    return new Ambience(
        Brush.mix(skyTop, grey, 0.75),
        Brush.mix(skyLow, grey, 0.65),
        Math.min(0.75, haze + 0.25),
        red * 0.8,
        green * 0.84,
        blue * 0.92,
        Math.max(lamps, 0.45),
        flood + 0.06,
        0,
        true,
        grain + 0.8);
  }

  int horizon() {
    return skyLow;
  }

  /** A painted 0xRRGGBB (alpha kept) as this light shows it, with more light from lamps. */
  int lit(int argb, double extraRed, double extraGreen, double extraBlue) {
    int r = (int) Math.min(255, (argb >> 16 & 255) * (red + extraRed));
    int g = (int) Math.min(255, (argb >> 8 & 255) * (green + extraGreen));
    int b = (int) Math.min(255, (argb & 255) * (blue + extraBlue));
    return (argb & 0xFF000000) | (r << 16) | (g << 8) | b;
  }
}
