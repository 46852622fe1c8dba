package io.gatehouse.sync;

/**
 * How the kiosk itself is doing, for the heartbeat.
 *
 * @param cameraName the lane's name
 * @param cameraType {@code ENTRY} or {@code EXIT}
 * @param framesPerSecond of the camera; 0 while no pictures come
 * @param camera what the camera does, one word
 * @param diskFreeBytes where the data is
 * @param diskTotalBytes of the same disk
 * @param version of the program
 */
public record EdgeHealth(
    String cameraName,
    String cameraType,
    double framesPerSecond,
    String camera,
    long diskFreeBytes,
    long diskTotalBytes,
    String version) {}
