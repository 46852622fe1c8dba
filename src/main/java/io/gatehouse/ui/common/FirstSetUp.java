package io.gatehouse.ui.common;

import io.gatehouse.camera.Region;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.settings.SetupProgress;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the first set-up is given from outside.
 *
 * @param progress how far it has come; its calls that keep something block on the disk
 * @param gauge how the camera's picture is, of the plate that is there or of its middle
 */
public record FirstSetUp(
    SetupProgress progress, Function<Optional<Region>, Optional<PictureQuality>> gauge) {}
