package io.gatehouse.ui.common;

/** Short tones that say something without being looked at. Calls return at once. */
public interface Tones {

  /** A vehicle waits. */
  void vehicle();

  /** Something is wrong. */
  void warning();

  /** No tones. */
  Tones SILENT =
      new Tones() {
        @Override
        public void vehicle() {}

        @Override
        public void warning() {}
      };
}
