package io.gatehouse.plate;

/**
 * A character that a place on the plate may hold.
 *
 * @param value upper-case letter (Đ included) or digit
 * @param confidence 0 to 1
 */
public record Candidate(char value, float confidence) {}
