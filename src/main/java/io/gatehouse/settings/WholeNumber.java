package io.gatehouse.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Objects;

/** A setting that is a whole number, and which are allowed; both ends are. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface WholeNumber {

  int from();

  int to();

  /** Looks the range of a setting up. */
  final class Of {

    private Of() {}

    /**
     * The range of the component of that name.
     *
     * @throws IllegalArgumentException when there is no such whole number
     */
    public static WholeNumber setting(String name) {
      return Arrays.stream(Settings.class.getRecordComponents())
          .filter(component -> component.getName().equals(name))
          .map(component -> component.getAnnotation(WholeNumber.class))
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no whole number: " + name));
    }
  }
}
