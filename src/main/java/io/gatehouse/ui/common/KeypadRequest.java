package io.gatehouse.ui.common;

import io.gatehouse.plate.ReadCharacter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plate to be typed or corrected.
 *
 * @param text compact text to start from; empty to start with nothing
 * @param lines of the plate, 0 when not seen
 * @param reads the characters as the machine read them; empty when it read nothing
 * @param crop the plate as the camera saw it, JPEG
 * @param picture the whole frame, JPEG; without it the live picture is shown
 * @param done given the compact text as typed, after the keypad has gone
 * @param cancelled called when the guard gave up, after the keypad has gone
 */
public record KeypadRequest(
    String text,
    int lines,
    List<ReadCharacter> reads,
    Optional<byte[]> crop,
    Optional<byte[]> picture,
    Consumer<String> done,
    Runnable cancelled) {

  public KeypadRequest {
    reads = List.copyOf(reads);
  }

  /** Nothing was read and nothing was seen: the guard types, with the lane in view. */
  public static KeypadRequest byHand(Consumer<String> done, Runnable cancelled) {
    return new KeypadRequest("", 0, List.of(), Optional.empty(), Optional.empty(), done, cancelled);
  }
}
