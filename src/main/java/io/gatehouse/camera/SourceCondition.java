package io.gatehouse.camera;

import io.gatehouse.common.TechnicalNote;

/** How an open camera is doing, as it tells itself. The notes are one line for the technician. */
public sealed interface SourceCondition {

  /** Nothing to say. */
  record Well() implements SourceCondition {}

  /** There is no picture yet, and that is as it should be: the camera prepares itself. */
  record Loading(TechnicalNote note) implements SourceCondition {}

  /** No pictures come just now; it tries to go on by itself. */
  record Halted(TechnicalNote note) implements SourceCondition {}

  /** Pictures come, but a part of the camera does not work. */
  record Impaired(TechnicalNote note) implements SourceCondition {}
}
