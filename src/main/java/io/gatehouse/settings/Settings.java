package io.gatehouse.settings;

import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import java.util.function.Consumer;

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
 * @param barrier the barrier's address: {@code none:}, {@code screen:}, {@code gpio:17}, {@code
 *     shelly:192.168.1.20}, {@code http://…}, {@code serial:/dev/ttyUSB0}, {@code command:/path};
 *     all of them are in docs/barrier.md
 * @param sound whether a tone says that a vehicle waits
 * @param autoConfirm whether sure proposals pass without a guard
 * @param learnFromCorrections whether confirmed and corrected plates may be used to read this
 *     site's plates better; off until somebody agrees
 * @param capacityMotorbike places for motorbikes; 0 for no limit
 * @param capacityCar places for cars; 0 for no limit
 * @param longStayDays a stay of more days is too long to be true: the exit was missed, most likely
 * @param openForSubscribers whether the lane opens by itself for a subscriber or VIP
 * @param subscriberConfidence the least confidence of every character for that, in percent
 * @param thirdVoice whether a third reader is asked where two disagree
 * @param keepPicturesDays pictures are removed after so many days
 * @param keepPassagesDays passages are removed after so many days
 * @param centralUrl the central server's address; empty for none
 * @param centralCertificate which server may call itself the central: a PEM file, or a SHA-256
 *     fingerprint; empty for those whom the machine trusts
 */
public record Settings(
    String laneName,
    Direction direction,
    String camera,
    Language language,
    Theme theme,
    String guard,
    String barrier,
    boolean sound,
    boolean autoConfirm,
    boolean learnFromCorrections,
    @WholeNumber(from = 0, to = 1_000_000) int capacityMotorbike,
    @WholeNumber(from = 0, to = 1_000_000) int capacityCar,
    @WholeNumber(from = 1, to = 3650) int longStayDays,
    boolean openForSubscribers,
    @WholeNumber(from = 50, to = 100) int subscriberConfidence,
    boolean thirdVoice,
    @WholeNumber(from = 1, to = 3650) int keepPicturesDays,
    @WholeNumber(from = 1, to = 3650) int keepPassagesDays,
    String centralUrl,
    String centralCertificate) {

  public enum Language {
    VI,
    EN
  }

  public enum Theme {
    DARK,
    LIGHT
  }

  public static Settings defaults() {
    return new Settings(
        "Cổng A",
        Direction.IN,
        "demo:",
        Language.VI,
        Theme.DARK,
        "",
        "screen:",
        true,
        false,
        false,
        0,
        0,
        7,
        false,
        90,
        false,
        30,
        90,
        "",
        "");
  }

  /** Places for vehicles of a kind; 0 for no limit. */
  public int capacity(VehicleKind kind) {
    return switch (kind) {
      case MOTORBIKE -> capacityMotorbike;
      case CAR -> capacityCar;
      case TRUCK, BICYCLE -> 0;
    };
  }

  /** The same in another language. */
  public Settings withLanguage(Language other) {
    return changed(draft -> draft.language = other);
  }

  public Settings withLaneName(String other) {
    return changed(draft -> draft.laneName = other);
  }

  public Settings withDirection(Direction other) {
    return changed(draft -> draft.direction = other);
  }

  public Settings withCamera(String other) {
    return changed(draft -> draft.camera = other);
  }

  public Settings withTheme(Theme other) {
    return changed(draft -> draft.theme = other);
  }

  public Settings withGuard(String other) {
    return changed(draft -> draft.guard = other);
  }

  public Settings withBarrier(String other) {
    return changed(draft -> draft.barrier = other);
  }

  public Settings withSound(boolean other) {
    return changed(draft -> draft.sound = other);
  }

  public Settings withAutoConfirm(boolean other) {
    return changed(draft -> draft.autoConfirm = other);
  }

  public Settings withLearnFromCorrections(boolean other) {
    return changed(draft -> draft.learnFromCorrections = other);
  }

  public Settings withCapacityMotorbike(int other) {
    return changed(draft -> draft.capacityMotorbike = other);
  }

  public Settings withCapacityCar(int other) {
    return changed(draft -> draft.capacityCar = other);
  }

  public Settings withLongStayDays(int other) {
    return changed(draft -> draft.longStayDays = other);
  }

  public Settings withOpenForSubscribers(boolean other) {
    return changed(draft -> draft.openForSubscribers = other);
  }

  public Settings withSubscriberConfidence(int other) {
    return changed(draft -> draft.subscriberConfidence = other);
  }

  public Settings withThirdVoice(boolean other) {
    return changed(draft -> draft.thirdVoice = other);
  }

  public Settings withKeepPicturesDays(int other) {
    return changed(draft -> draft.keepPicturesDays = other);
  }

  public Settings withKeepPassagesDays(int other) {
    return changed(draft -> draft.keepPassagesDays = other);
  }

  public Settings withCentral(String url, String certificate) {
    return changed(draft -> {
      draft.centralUrl = url;
      draft.centralCertificate = certificate;
    });
  }

  private Settings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** All components, each to be set by itself. */
  private static final class Draft {

    private String laneName;
    private Direction direction;
    private String camera;
    private Language language;
    private Theme theme;
    private String guard;
    private String barrier;
    private boolean sound;
    private boolean autoConfirm;
    private boolean learnFromCorrections;
    private int capacityMotorbike;
    private int capacityCar;
    private int longStayDays;
    private boolean openForSubscribers;
    private int subscriberConfidence;
    private boolean thirdVoice;
    private int keepPicturesDays;
    private int keepPassagesDays;
    private String centralUrl;
    private String centralCertificate;

    Draft(Settings from) {
      laneName = from.laneName;
      direction = from.direction;
      camera = from.camera;
      language = from.language;
      theme = from.theme;
      guard = from.guard;
      barrier = from.barrier;
      sound = from.sound;
      autoConfirm = from.autoConfirm;
      learnFromCorrections = from.learnFromCorrections;
      capacityMotorbike = from.capacityMotorbike;
      capacityCar = from.capacityCar;
      longStayDays = from.longStayDays;
      openForSubscribers = from.openForSubscribers;
      subscriberConfidence = from.subscriberConfidence;
      thirdVoice = from.thirdVoice;
      keepPicturesDays = from.keepPicturesDays;
      keepPassagesDays = from.keepPassagesDays;
      centralUrl = from.centralUrl;
      centralCertificate = from.centralCertificate;
    }

    Settings settings() {
      return new Settings(
          laneName,
          direction,
          camera,
          language,
          theme,
          guard,
          barrier,
          sound,
          autoConfirm,
          learnFromCorrections,
          capacityMotorbike,
          capacityCar,
          longStayDays,
          openForSubscribers,
          subscriberConfidence,
          thirdVoice,
          keepPicturesDays,
          keepPassagesDays,
          centralUrl,
          centralCertificate);
    }
  }
}
