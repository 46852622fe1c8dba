package io.gatehouse.parking.insight;

/**
 * A character that was taken for another.
 *
 * @param read as the machine had it; empty for one that it did not see
 * @param is as it is; empty for one that is not there
 */
public record Misread(String read, String is) {}
