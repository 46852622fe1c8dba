package io.gatehouse.ui.settings;

import io.gatehouse.settings.Settings.Language;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.TextEditorView;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Those settings that the first set-up asks for too, saved as they are tapped. */
public final class SettingsParts {

  private final ScreenTools tools;
  private final Texts texts;
  private final TextEditorView editor;
  private final SettingsViewModel model;
  private final SettingsNotes notes;
  private final CameraTab camera;
  private final BarrierTab barrier;

  /**
   * @param editor what texts are typed in; the caller shows it over all
   */
  public SettingsParts(ScreenTools tools, TextEditorView editor) {
    this.tools = tools;
    this.texts = tools.texts();
    this.editor = editor;
    this.model =
        new SettingsViewModel(
            tools.settings(), tools.context().settingsSaver(), changed -> {}, tools.work());
    this.notes = new SettingsNotes(tools);
    this.camera = new CameraTab(texts, model, editor);
    this.barrier = new BarrierTab(tools, model, editor);
  }

  /** They are in view: changes are written into the audit trail. */
  public void shown() {
    notes.begin();
  }

  public void hidden() {
    notes.end();
  }

  /** What could not be saved, in words; empty when all was. */
  public ObservableValue<Optional<String>> problem() {
    return model
        .savingProperty()
        .map(saving ->
            saving instanceof SettingsViewModel.Saving.Failed(Exception why)
                ? Optional.of(why.getMessage())
                : Optional.empty());
  }

  /** Language, name and direction. */
  public void lane(VBox box, Runnable again) {
    SettingsRows rows = rows(box, again);
    rows.row(
        "language",
        rows.choices(
            Language.values(),
            model.now().language(),
            language -> texts.get("settings.language." + language),
            (settings, language) -> settings.withLanguage(language)));
    new LaneTab(tools, model).place(rows);
  }

  /** Which camera, and where. */
  public void camera(VBox box, Runnable again) {
    camera.show(rows(box, again));
  }

  /** Which barrier, where, and a trial. */
  public void barrier(VBox box, Runnable again) {
    barrier.show(rows(box, again));
  }

  /** Whether the camera's address makes sense. */
  public boolean cameraIsRight() {
    return CameraAddress.check(model.now().camera()).isEmpty();
  }

  private SettingsRows rows(VBox box, Runnable again) {
    return new SettingsRows(tools, model, editor, box, again);
  }
}
