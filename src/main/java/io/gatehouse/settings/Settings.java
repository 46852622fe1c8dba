package io.gatehouse.settings;

import io.gatehouse.parking.Direction;

/**
 * What a technician sets once. Immutable.
 *
 * @param laneName shown on the status bar and stored with each passage
 * @param direction which way the lane goes
 * @param camera a camera URI: {@code demo:}, {@code v4l2:/dev/video0}, {@code rtsp://…}, {@code
 *     file:…}, {@code dir:…}
 * @param language {@code vi} or {@code en}
 * @param theme dark for booths at night, light by day
 * @param guard the guard on duty
 * @param barrier which barrier is driven
 * @param sound whether a tone says that a vehicle waits
 * @param autoConfirm whether sure proposals pass without a guard
 * @param learnFromCorrections whether confirmed and corrected plates may be used to read this
 *     site's plates better; off until somebody agrees
 */
public record Settings(
    String laneName,
    Direction direction,
    String camera,
    Language language,
    Theme theme,
    String guard,
    BarrierKind barrier,
    boolean sound,
    boolean autoConfirm,
    boolean learnFromCorrections) {

  public enum Language {
    VI,
    EN
  }

  public enum Theme {
    DARK,
    LIGHT
  }

  public enum BarrierKind {
    NONE,
    SCREEN
  }

  public static Settings defaults() {
    return new Settings(
        "Cổng A",
        Direction.IN,
        "demo:",
        Language.VI,
        Theme.DARK,
        "",
        BarrierKind.SCREEN,
        true,
        false,
        false);
  }

  /** The same in another language. */
  public Settings withLanguage(Language other) {
    return new Settings(
        laneName,
        direction,
        camera,
        other,
        theme,
        guard,
        barrier,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withLaneName(String other) {
    return new Settings(
        other,
        direction,
        camera,
        language,
        theme,
        guard,
        barrier,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withDirection(Direction other) {
    return new Settings(
        laneName,
        other,
        camera,
        language,
        theme,
        guard,
        barrier,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withCamera(String other) {
    return new Settings(
        laneName,
        direction,
        other,
        language,
        theme,
        guard,
        barrier,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withTheme(Theme other) {
    return new Settings(
        laneName,
        direction,
        camera,
        language,
        other,
        guard,
        barrier,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withGuard(String other) {
    return new Settings(
        laneName,
        direction,
        camera,
        language,
        theme,
        other,
        barrier,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withBarrier(BarrierKind other) {
    return new Settings(
        laneName,
        direction,
        camera,
        language,
        theme,
        guard,
        other,
        sound,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withSound(boolean other) {
    return new Settings(
        laneName,
        direction,
        camera,
        language,
        theme,
        guard,
        barrier,
        other,
        autoConfirm,
        learnFromCorrections);
  }

  public Settings withAutoConfirm(boolean other) {
    return new Settings(
        laneName,
        direction,
        camera,
        language,
        theme,
        guard,
        barrier,
        sound,
        other,
        learnFromCorrections);
  }

  public Settings withLearnFromCorrections(boolean other) {
    return new Settings(
        laneName, direction, camera, language, theme, guard, barrier, sound, autoConfirm, other);
  }
}
