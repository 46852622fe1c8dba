package io.gatehouse.ui.settings;

import io.gatehouse.barrier.BarrierAddress;
import io.gatehouse.barrier.BarrierAddressException;
import io.gatehouse.ui.common.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Barriers as people choose them: what kind, and an address of that kind to start from. */
enum BarrierChoice {
  NONE("none:"),
  SCREEN("screen:"),
  GPIO("gpio:17"),
  SHELLY("shelly:192.168.1.20"),
  WEB("http://192.168.1.20/relay/0?turn=on&timer=1"),
  SERIAL("serial:/dev/ttyUSB0"),
  COMMAND("command:/usr/local/bin/open-barrier");

  private final String example;

  BarrierChoice(String example) {
    this.example = example;
  }

  String example() {
    return example;
  }

  /** Whether the kind alone says all. */
  boolean needsNoPlace() {
    return this == NONE || this == SCREEN;
  }

  /** The kind that an address names; empty when it names none. */
  static Optional<BarrierChoice> of(String address) {
    String written = address.strip().toLowerCase(Locale.ROOT);
    if (written.startsWith("https:")) {
      return Optional.of(WEB);
    }
    return Arrays.stream(values())
        .filter(kind -> {
          String scheme = kind.example.substring(0, kind.example.indexOf(':') + 1);
          return written.startsWith(scheme) || (written + ":").equals(scheme);
        })
        .findFirst();
  }

  /** What is wrong with the writing, for a technician; empty when it is right. */
  static Optional<String> problem(String address, Texts texts) {
    return BarrierAddress.check(address).map(wrong -> words(wrong, texts));
  }

  private static String words(BarrierAddressException wrong, Texts texts) {
    String what = texts.get("settings.barrier.problem." + wrong.problem());
    return wrong.part().isEmpty() ? what : what + ": " + wrong.part();
  }
}
