package io.gatehouse.detect;

/**
 * A line of writing.
 *
 * @param outline in pixels of the frame
 * @param confidence that it is writing, 0 to 1
 */
public record TextLine(Quad outline, float confidence) {}
