package io.gatehouse.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.support.QueuedWork;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.settings.SettingsViewModel.Saving;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

  private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.defaults());
  private final List<Settings> saved = new ArrayList<>();
  private final List<Settings> applied = new ArrayList<>();
  private final QueuedWork background = new QueuedWork();
  private Optional<String> broken = Optional.empty();
  private final SettingsViewModel model =
      new SettingsViewModel(
          settings, this::save, applied::add, new BackgroundWork(background, Runnable::run));

  private void save(Settings changed) throws IOException {
    if (broken.isPresent()) {
      throw new IOException(broken.get());
    }
    saved.add(changed);
  }

  @Test
  void changeShowsAtOnceIsAppliedAndKept() {
    model.change(s -> s.withTheme(Theme.LIGHT));
    assertThat(settings.get().theme()).isEqualTo(Theme.LIGHT);
    assertThat(model.savingProperty().get()).isEqualTo(new Saving.Running());

    background.runAll();

    Settings light = Settings.defaults().withTheme(Theme.LIGHT);
    assertThat(saved).containsExactly(light);
    assertThat(applied).containsExactly(light);
    assertThat(model.savingProperty().get()).isEqualTo(new Saving.Saved());
  }

  @Test
  void changeToWhatItIsAlreadyIsNotWritten() {
    model.change(s -> s.withTheme(Theme.DARK));

    assertThat(background.size()).isZero();
  }

  @Test
  void changeThatCannotBeKeptStillCountsAndIsSaid() {
    broken = Optional.of("settings.json cannot be written");
    model.change(s -> s.withGuard("An"));
    background.runAll();

    assertThat(settings.get().guard()).isEqualTo("An");
    assertThat(applied).hasSize(1);
    assertThat(model.savingProperty().get())
        .isInstanceOfSatisfying(
            Saving.Failed.class,
            failed -> assertThat(failed.why()).hasMessage("settings.json cannot be written"));

    broken = Optional.empty();
    model.saveAgain();
    background.runAll();
    assertThat(saved).extracting(Settings::guard).containsExactly("An");
    assertThat(model.savingProperty().get()).isEqualTo(new Saving.Saved());
  }

  @Test
  void wrongCameraIsSaidAndChangesNothing() {
    assertThat(model.camera("rtsp:nowhere")).contains(CameraAddress.Problem.NO_HOST);
    assertThat(settings.get().camera()).isEqualTo("demo:");
    assertThat(background.size()).isZero();
  }

  @Test
  void rightCameraIsTaken() {
    assertThat(model.camera(" v4l2:/dev/video2 ")).isEmpty();
    background.runAll();
    assertThat(applied).extracting(Settings::camera).containsExactly("v4l2:/dev/video2");
  }
}
