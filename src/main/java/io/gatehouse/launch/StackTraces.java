package io.gatehouse.launch;

import picocli.CommandLine.Option;

/** The option that shows an error's stack trace; where the error is printed it is asked by name. */
final class StackTraces {

  static final String OPTION = "--verbose";

  @SuppressWarnings("UnusedVariable")
  @Option(names = OPTION, description = "Show stack traces")
  private boolean shown;
}
