package io.gatehouse.ui.tariff;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.Tariff;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.parking.tariff.TariffPresets;
import io.gatehouse.parking.tariff.TariffVersion;
import io.gatehouse.store.TariffStore;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tariff that a new site begins with: what comes with the product, or one of its presets. */
public final class PresetPane extends VBox {

  private static final Logger log = LoggerFactory.getLogger(PresetPane.class);

  private final ScreenTools tools;
  private final Texts texts;
  private final TariffWords words;
  private final TariffStore store;
  private final Label problem = new Label();
  private Map<VehicleKind, Tariff> held = Map.of();

  public PresetPane(ScreenTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    this.words = new TariffWords(texts, tools.formats());
    this.store = tools.context().books().tariffs();
    getStyleClass().add("setup-choices");
    problem.setWrapText(true);
    problem.getStyleClass().add("check");
  }

  /** Looks up what holds now. */
  public void load() {
    Instant now = tools.context().time().now();
    tools.work().run(() -> store.book().at(now), this::show, this::failed);
  }

  private void show(TariffVersion version) {
    held = version.tariffs();
    problem.setText("");
    lay();
  }

  private void lay() {
    getChildren().clear();
    getChildren().add(choice(Optional.empty()));
    for (TariffPreset preset : TariffPreset.values()) {
      getChildren().add(choice(Optional.of(preset)));
    }
    getChildren().add(problem);
  }

  private ToggleButton choice(Optional<TariffPreset> preset) {
    Map<VehicleKind, Tariff> tariffs = tariffs(preset);
    String name = preset.map(texts::of).orElseGet(() -> texts.get("setup.tariff.usual"));
    String prices =
        texts.get(
            "setup.tariff.prices",
            words.sentence(tariffs.get(VehicleKind.MOTORBIKE)),
            words.sentence(tariffs.get(VehicleKind.CAR)));
    ToggleButton button = new ToggleButton(name + "\n" + prices);
    button.setId("setup-tariff-" + preset.map(Enum::name).orElse("USUAL"));
    button.getStyleClass().add("setup-choice");
    button.setWrapText(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setSelected(held.equals(tariffs));
    button.setOnAction(tap -> take(tariffs));
    return button;
  }

  private static Map<VehicleKind, Tariff> tariffs(Optional<TariffPreset> preset) {
    if (preset.isEmpty()) {
      return TariffPresets.initial().tariffs();
    }
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      all.put(kind, preset.get().tariff(kind));
    }
    return all;
  }

  private void take(Map<VehicleKind, Tariff> tariffs) {
    if (tariffs.equals(held)) {
      lay();
      return;
    }
    Instant now = tools.context().time().now();
    String by = tools.duty().actor().name();
    tools.work().run(() -> store.add(now, tariffs, by, now), this::show, this::failed);
  }

  private void failed(Exception e) {
    log.warn("the tariff could not be read or kept: {}", e.getMessage());
    problem.setText(texts.get("setup.failed"));
    lay();
  }
}
