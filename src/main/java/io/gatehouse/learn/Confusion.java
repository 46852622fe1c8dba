package io.gatehouse.learn;

/**
 * A character taken for another one, or for itself.
 *
 * @param read as the reader had it
 * @param is as it stands on the metal
 */
record Confusion(Place place, char read, char is) {}
