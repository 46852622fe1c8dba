package io.gatehouse.central.access;

/** Who makes a request. */
public sealed interface Caller {

  /** As it stands in the audit trail. */
  String name();

  /** Whether a route that asks for this is open to it. */
  boolean may(Permission permission);

  /** An edge, by its token: it tells what happens, and reads nothing. */
  record Gate(long id, String name) implements Caller {

    @Override
    public boolean may(Permission permission) {
      return switch (permission) {
        case PUBLIC, SEND, RECOGNIZE -> true;
        case OWN_SESSION, READ, READ_FIGURES, READ_ADMINISTRATION, ADMINISTER -> false;
      };
    }
  }

  /** A program that reads, by its token. */
  record Reader(String name) implements Caller {

    @Override
    public boolean may(Permission permission) {
      return switch (permission) {
        case PUBLIC, READ, READ_FIGURES, RECOGNIZE -> true;
        case SEND, OWN_SESSION, READ_ADMINISTRATION, ADMINISTER -> false;
      };
    }
  }

  /** A program of this machine that says no name: it has pictures read, and nothing else. */
  record Neighbour() implements Caller {

    @Override
    public String name() {
      return "this machine";
    }

    @Override
    public boolean may(Permission permission) {
      return permission == Permission.PUBLIC || permission == Permission.RECOGNIZE;
    }
  }

  /**
   * A person with a session.
   *
   * @param mustChangePassword until then nothing but the session itself is open
   */
  record User(long id, String name, Role role, boolean mustChangePassword) implements Caller {

    @Override
    public boolean may(Permission permission) {
      boolean ready =
          !mustChangePassword
              || permission == Permission.OWN_SESSION
              || permission == Permission.PUBLIC;
      return ready && role.may(permission);
    }
  }
}
