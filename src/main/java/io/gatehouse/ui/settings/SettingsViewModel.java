package io.gatehouse.ui.settings;

import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.SettingsSaver;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The settings, each saved as soon as it is changed. A change shows at once; when it cannot be kept
 * for the next start, that is said and the change still counts. On the screen's thread only.
 */
final class SettingsViewModel {

  /** How keeping the last change went. */
  sealed interface Saving {
    record Idle() implements Saving {}

    record Running() implements Saving {}

    record Saved() implements Saving {}

    record Failed(Exception why) implements Saving {}
  }

  private final ObjectProperty<Settings> settings;
  private final SettingsSaver saver;
  private final Consumer<Settings> apply;
  private final BackgroundWork work;
  private final ReadOnlyObjectWrapper<Saving> saving =
      new ReadOnlyObjectWrapper<>(new Saving.Idle());
  private long changes;

  /**
   * @param settings as they are now; all screens follow it
   * @param saver keeps them
   * @param apply told of every change, in the background: gives the lane what concerns it, and
   *     opens another camera
   */
  SettingsViewModel(
      ObjectProperty<Settings> settings,
      SettingsSaver saver,
      Consumer<Settings> apply,
      BackgroundWork work) {
    this.settings = settings;
    this.saver = saver;
    this.apply = apply;
    this.work = work;
  }

  Settings now() {
    return settings.get();
  }

  ReadOnlyObjectProperty<Saving> savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /** Changes something; nothing happens when it is as it was. */
  void change(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings.get());
    if (changed.equals(settings.get())) {
      return;
    }
    settings.set(changed);
    keep(changed);
  }

  /** Tries again to keep what could not be kept. */
  void saveAgain() {
    keep(settings.get());
  }

  /**
   * Another camera, when the URI is written right.
   *
   * @return what is wrong with it, then nothing was changed
   */
  Optional<CameraAddress.Problem> camera(String uri) {
    Optional<CameraAddress.Problem> problem = CameraAddress.check(uri);
    if (problem.isEmpty()) {
      change(s -> s.withCamera(uri.strip()));
    }
    return problem;
  }

  private void keep(Settings changed) {
    long change = ++changes;
    saving.set(new Saving.Running());
    work.run(
        () -> {
          apply.accept(changed);
          saver.save(changed);
          return changed;
        },
        kept -> ended(change, new Saving.Saved()),
        e -> ended(change, new Saving.Failed(e)));
  }

  private void ended(long change, Saving how) {
    if (change == changes) {
      saving.set(how);
    }
  }
}
