package io.gatehouse.barrier;

/**
 * What a barrier most often tells the technician. The sentences are for the log and the trail; the
 * screen has its own for each.
 */
public enum BarrierNote {
  SLOW("%s does not answer within %s"),
  UNREACHABLE("%s cannot be reached: is it on, and in this network?"),
  BROKE_OFF("%s broke off: %s"),
  PASSWORD_WRONG("%s refuses the password: correct it in the barrier's address"),
  PASSWORD_WANTED("%1$s asks for a password: put it before the host, user:password@%1$s"),
  PASSWORD_WAY(
      "%s wants the password in a way that Gatehouse does not speak (%s); Digest with SHA-256 or MD5, or Basic"),
  PATH_UNKNOWN("%s does not know %s: another relay, or another generation?"),
  HTTP_ERROR("%s answers with error %s"),
  PORT_MISSING("%s is not there: is the relay board plugged in?"),
  PORT_BUSY("%s cannot be opened: in use by another program, or not permitted (group dialout)"),
  PORT_DEAF("%s takes no command"),
  PROGRAM_SLOW("%s was not done within %s"),
  PROGRAM_MISSING("%s cannot be started: is it there and executable?"),
  ADDRESS_WRONG("the barrier's address in the settings is wrong: %s"),
  VEHICLE_UNDER("a vehicle is under the boom: it stays open"),
  LOOP_SILENT("the loop gives no answer: the boom stays open");

  private final String english;

  BarrierNote(String english) {
    this.english = english;
  }

  String english(Object... values) {
    return english.formatted(values);
  }
}
