package io.gatehouse.camera.rpicam;

import java.time.Duration;
import java.util.List;

/**
 * How patient we are with the camera.
 *
 * @param start from the start of the program to the first picture: a network may have to be loaded
 *     into the sensor first
 * @param stalled without a byte for so long, it stands still
 * @param mends how long it may then take to start itself anew
 * @param silent without an answer of the network for so long, the network has stopped
 * @param late a picture older than this when it is its turn is passed over
 * @param stop how long it may take to end when told to
 * @param pauses before it is started again
 * @param restartForNetwork least time between two starts for a silent network's sake alone
 */
public record RpicamLimits(
    Duration start,
    Duration stalled,
    Duration mends,
    Duration silent,
    Duration late,
    Duration stop,
    List<Duration> pauses,
    Duration restartForNetwork) {

  public RpicamLimits {
    pauses = List.copyOf(pauses);
  }

  public static RpicamLimits standard() {
    return new RpicamLimits(
        Duration.ofMinutes(5),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofMillis(300),
        Duration.ofSeconds(3),
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5)),
        Duration.ofHours(6));
  }
}
