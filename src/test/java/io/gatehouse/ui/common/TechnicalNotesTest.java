package io.gatehouse.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.barrier.BarrierNote;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.camera.rpicam.RpicamNote;
import io.gatehouse.common.TechnicalNote;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The technician's lines in both languages. */
class TechnicalNotesTest {

  private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

  static Stream<Enum<?>> kinds() {
    return Stream.of(BarrierNote.values(), RpicamNote.values()).flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachIsSaidInBothLanguagesWithTheSameFigures(Enum<?> kind) {
    String key = kind.getDeclaringClass().getSimpleName() + "." + kind.name();
    String vietnamese = pattern("vi", key);
    String english = pattern("en", key);
    assertThat(vietnamese).isNotEqualTo(english);
    assertThat(values(vietnamese)).isEqualTo(values(english));
  }

  @Test
  void aLineWithoutWordsOfTheScreenIsShownAsItIs() {
    assertThat(new Texts(Language.VI).of(TechnicalNote.plain("GPIO line 17 is in use: {0} 'x'")))
        .isEqualTo("GPIO line 17 is in use: {0} 'x'");
  }

  @Test
  void whatAFailureSaysStandsInTheWordsAsItIs() {
    TechnicalNote note = TechnicalNote.of(RpicamNote.ENDED_SAYING, "…", "ERROR: {it's} 1,000");
    assertThat(new Texts(Language.VI).of(note))
        .isEqualTo(
            "Camera AI: rpicam-vid kết thúc với 'ERROR: {it's} 1,000';"
                + " gatehouse doctor --camera-check cho biết thêm");
  }

  @Test
  void theStatusBarSaysItInTheLanguageChosen() {
    TestKiosk kiosk = new TestKiosk();
    CameraStatus loads =
        new CameraStatus(
            Phase.LOADING,
            0,
            0,
            Optional.<CameraFault>empty(),
            TechnicalNote.of(RpicamNote.LOADING, "its network is being loaded, 40 %", 40));
    kiosk.lane.change(s -> LaneStates.camera(s, loads));
    assertThat(new StatusBarViewModel(kiosk.tools()).cameraProperty().get().remedy())
        .isEqualTo("Cho kỹ thuật viên: Camera AI: đang nạp mạng, 40 %");
  }

  private static String pattern(String language, String key) {
    return ResourceBundle.getBundle(
            "i18n.messages",
            java.util.Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }

  private static Set<String> values(String pattern) {
    return VALUE
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
