package io.gatehouse.launch;

import io.gatehouse.read.PlateReading;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One line of what {@code gatehouse read} reports.
 *
 * @param file picture or video
 * @param reading a plate found in it; empty when there was none
 * @param millis from decoded picture to text; for a video the mean over its frames
 */
record ReadRow(Path file, Optional<PlateReading> reading, double millis) {}
