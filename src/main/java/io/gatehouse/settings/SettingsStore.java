package io.gatehouse.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The settings, kept in a JSON file that people may edit. What the file holds and this program does
 * not understand is reported and stays in the file. Safe for use by several threads.
 */
public final class SettingsStore {

  /** Of the file's form; counts up when an old file must be read differently. */
  private static final int VERSION = 1;

  private static final String VERSION_KEY = "version";

  private final SettingsFile file;
  private final SettingsForm form = new SettingsForm();
  private final List<SettingsProblem> problems = new ArrayList<>();
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private JsonObject content = new JsonObject();
  private Settings current = Settings.defaults();
  private boolean writable = true;

  private SettingsStore(SettingsFile file) {
    this.file = file;
  }

  /**
   * Reads the settings. A file that is not there, or of no use, gives the defaults; what was wrong
   * stands in {@link #problems()}. The file is not changed; one that cannot be understood at all is
   * set aside.
   */
  public static SettingsStore open(Path file, TimeSource time) {
    SettingsStore store = new SettingsStore(new SettingsFile(file.toAbsolutePath(), time));
    store.read();
    return store;
  }

  private void read() {
    if (!file.exists()) {
      return;
    }
    try {
      content = file.read();
    } catch (JsonParseException e) {
      setAside(e);
      return;
    } catch (IOException e) {
      writable = false;
      report(
          "",
          KnownFailure.SETTINGS_UNREADABLE,
          "The settings file %s cannot be read (%s): the defaults hold, and it will not be overwritten."
              .formatted(file.path(), e.getMessage()));
      return;
    }
    checkKeys();
    SettingsForm.Read read = form.read(content);
    current = read.settings();
    Map<String, JsonElement> used = form.write(current);
    for (SettingsForm.WrongValue wrong : read.wrong()) {
      report(
          wrong.key(),
          KnownFailure.SETTINGS_UNKNOWN_KEY,
          "%s: \"%s\" is %s, allowed is %s; %s holds instead."
              .formatted(
                  file.path(), wrong.key(), wrong.value(), wrong.allowed(), used.get(wrong.key())));
    }
  }

  private void setAside(JsonParseException cause) {
    String why = cause.getMessage().lines().findFirst().orElse("").strip();
    try {
      Path aside = file.setAside();
      report(
          "",
          KnownFailure.SETTINGS_UNREADABLE,
          "The settings file %s is not understood (%s): it is kept as %s, and the defaults hold."
              .formatted(file.path(), why, aside.getFileName()));
    } catch (IOException e) {
      writable = false;
      report(
          "",
          KnownFailure.SETTINGS_UNREADABLE,
          "The settings file %s is not understood (%s) and could not be set aside (%s): the defaults hold, and it will not be overwritten."
              .formatted(file.path(), why, e.getMessage()));
    }
  }

  private void checkKeys() {
    for (String key : content.keySet()) {
      if (!key.equals(VERSION_KEY) && !form.knows(key)) {
        report(
            key,
            KnownFailure.SETTINGS_UNKNOWN_KEY,
            "%s: \"%s\" is no setting of this version; it is left as it is."
                .formatted(file.path(), key));
      }
    }
    JsonElement version = content.get(VERSION_KEY);
    if (version != null && !version.equals(new JsonPrimitive(VERSION))) {
      report(
          VERSION_KEY,
          KnownFailure.SETTINGS_UNKNOWN_KEY,
          "%s: \"%s\" is %s, this program writes %d; what it knows is used, the rest is left as it is."
              .formatted(file.path(), VERSION_KEY, version, VERSION));
    }
  }

  private void report(String key, KnownFailure failure, String line) {
    problems.add(new SettingsProblem(failure, key, line));
  }

  /** As they hold now. */
  public synchronized Settings current() {
    return current;
  }

  /** What was wrong with the file when it was read; empty when all was well. */
  public List<SettingsProblem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Saves and makes them hold. Only what changed is written into the file: unknown keys stay, and
   * so does a wrong value until somebody sets that very setting.
   *
   * @throws IOException when they could not be saved, with one line; the settings before still hold
   */
  public void save(Settings settings) throws IOException {
    synchronized (this) {
      if (!writable) {
        throw new IOException(
            "The settings are not saved: %s could not be read, and is not overwritten."
                .formatted(file.path()));
      }
      JsonObject changed = changed(settings);
      try {
        file.write(changed);
      } catch (IOException e) {
        throw new IOException(
            "The settings could not be saved to %s: %s".formatted(file.path(), e.getMessage()), e);
      }
      content = changed;
      current = settings;
    }
    listeners.forEach(listener -> listener.accept(settings));
  }

  private JsonObject changed(Settings settings) {
    Map<String, JsonElement> before = form.write(current);
    JsonObject json = new JsonObject();
    if (!content.has(VERSION_KEY)) {
      json.addProperty(VERSION_KEY, VERSION);
    }
    content.entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    form.write(settings)
        .forEach((key, value) -> {
          if (!json.has(key) || !value.equals(before.get(key))) {
            json.add(key, value);
          }
        });
    return json;
  }

  /** Tells of every save, on the saving thread; the listener must return at once. */
  public Subscription subscribe(Consumer<Settings> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
