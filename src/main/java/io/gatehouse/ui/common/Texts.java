package io.gatehouse.ui.common;

import io.gatehouse.common.KnownFailure;
import io.gatehouse.common.TechnicalNote;
import io.gatehouse.settings.Settings.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The screens' words in the language chosen, which may change while they are shown. The words are
 * in {@code i18n/messages_vi.properties} and {@code messages_en.properties}, as {@link
 * MessageFormat} patterns.
 */
public final class Texts {

  private final ObjectProperty<Language> language;
  private ResourceBundle bundle;

  public Texts(Language language) {
    this.language = new SimpleObjectProperty<>(language);
    this.bundle = load(language);
  }

  /** The language shown now; setting it changes all bound texts. */
  public ObservableValue<Language> languageProperty() {
    return language;
  }

  public Language language() {
    return language.get();
  }

  public void setLanguage(Language chosen) {
    bundle = load(chosen);
    language.set(chosen);
  }

  public Locale locale() {
    return locale(language.get());
  }

  /**
   * The text of a key now.
   *
   * @throws java.util.MissingResourceException when there is no such key
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale()).format(arguments);
  }

  /** The word for a constant; its key is {@code Type.CONSTANT}. */
  public String of(Enum<?> constant) {
    return get(key(constant));
  }

  /** A technician's line, in the language chosen where there are words for it. */
  public String of(TechnicalNote note) {
    return note.kind()
        .map(kind -> get(key(kind), note.values().toArray()))
        .orElseGet(note::english);
  }

  /** What to do about a failure; its key is {@code KnownFailure.NAME.remedy}. */
  public String remedy(KnownFailure failure) {
    return get(key(failure) + ".remedy");
  }

  /** The text of a key, following the language. */
  public ObservableValue<String> bound(String key, Object... arguments) {
    return Bindings.createStringBinding(() -> get(key, arguments), language);
  }

  private static String key(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }

  private static ResourceBundle load(Language language) {
    return ResourceBundle.getBundle(
        "i18n.messages",
        locale(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Locale locale(Language language) {
    return switch (language) {
      case VI -> Locale.of("vi", "VN");
      case EN -> Locale.ENGLISH;
    };
  }
}
