package io.gatehouse.snapshot;

/** The run was asked to end while this picture waited for something. */
final class StoppedException extends Exception {

  private static final long serialVersionUID = 1L;
}
