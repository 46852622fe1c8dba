package io.gatehouse.launch.doctor;

/** One thing that doctor looks at. */
public interface Check {

  /** What is looked at, one or two words. */
  String name();

  /**
   * Looks. An exception is reported as a fault with its message.
   *
   * @throws Exception whatever the thing itself throws; it is the finding
   */
  Finding run() throws Exception;

  /** A check from a name and what it does. */
  static Check of(String name, Look look) {
    return new Check() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Finding run() throws Exception {
        return look.run();
      }
    };
  }

  /** See {@link Check#run()}. */
  @FunctionalInterface
  interface Look {
    Finding run() throws Exception;
  }
}
