package io.gatehouse.detect;

/**
 * A four-cornered outline in pixels of a frame, clockwise from the corner where the text begins.
 *
 * @param x0 top left
 * @param y0 top left
 * @param x1 top right
 * @param y1 top right
 * @param x2 bottom right
 * @param y2 bottom right
 * @param x3 bottom left
 * @param y3 bottom left
 */
public record Quad(
    float x0, float y0, float x1, float y1, float x2, float y2, float x3, float y3) {}
