package io.gatehouse.central.access;

import io.javalin.security.RouteRole;

/** What a route asks for. A route that names none is refused to everybody. */
public enum Permission implements RouteRole {
  /** Nothing: anybody may. */
  PUBLIC,
  /** To have a picture read. */
  RECOGNIZE,
  /** To be a gate that tells what happens. */
  SEND,
  /** To be signed in, also with a password that must be changed first. */
  OWN_SESSION,
  /** History, pictures, who is inside, cameras. */
  READ,
  /** Money, shifts, exports, metrics. */
  READ_FIGURES,
  /** Gates, tokens, people, settings and the audit trail. */
  READ_ADMINISTRATION,
  /** To change these, and to erase. */
  ADMINISTER
}
