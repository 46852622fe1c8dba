package io.gatehouse.snapshot.common;

/** The run was asked to end while this picture waited for something. */
public final class StoppedException extends Exception {

  private static final long serialVersionUID = 1L;
}
