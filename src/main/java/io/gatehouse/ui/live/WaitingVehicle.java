package io.gatehouse.ui.live;

/**
 * A vehicle that waits behind the current one.
 *
 * @param vehicle its number
 * @param text its plate, or that it has none
 */
public record WaitingVehicle(long vehicle, String text) {}
