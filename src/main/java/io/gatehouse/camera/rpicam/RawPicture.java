package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.SensorView;
import java.util.Optional;

/**
 * A picture as it came through the pipe, with its own record.
 *
 * @param pixels laid out as {@link PictureLayout} says; goes back to the {@link PictureSlot}
 * @param record what was said of this picture
 * @param view what the sensor's network saw in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed from thread to thread, never compared
record RawPicture(byte[] pixels, FrameRecord record, Optional<SensorView> view) {}
