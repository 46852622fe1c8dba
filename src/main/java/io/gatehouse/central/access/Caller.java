package io.gatehouse.central.access;

/** Who makes a request. */
public sealed interface Caller {

  /** Name for the audit. */
  String name();

  /** A gate with its token: it tells, and reads nothing. */
  record Gate(long id, String name) implements Caller {}

  /** A program with a reader's token: it reads, and changes nothing. */
  record Reader(String name) implements Caller {}

  /** A person with a session. */
  record User(long id, String name, Role role) implements Caller {}
}
