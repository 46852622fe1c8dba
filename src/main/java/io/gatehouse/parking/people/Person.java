package io.gatehouse.parking.people;

import java.util.UUID;

/**
 * Somebody who works at the gate.
 *
 * @param name as the passages and stays keep it; of the active ones no two have the same
 * @param active whether they may sign in
 */
public record Person(UUID id, String name, Role role, boolean active) {}
