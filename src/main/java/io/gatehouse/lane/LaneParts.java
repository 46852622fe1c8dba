package io.gatehouse.lane;

import io.gatehouse.camera.FrameSlot;
import io.gatehouse.camera.PreviewFeed;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.AutoGuard;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.plate.PlateGrammar;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a lane is made of. It closes {@code frames}, {@code pictures} and {@code recorder}, which
 * are its own; camera, models, store and barrier are closed by whoever made them.
 *
 * @param frames hands the camera's newest frame to the recognition
 * @param preview shows the camera's frames on the screen
 * @param recognition takes its frames from {@code frames}
 * @param pictures the same that the recognition keeps its frames in
 * @param desk the vehicles that wait for the guard
 * @param autoGuard decides where there is no guard
 * @param recorder stores passages and opens the barrier
 * @param assessor looks vehicles up in the books; empty where none are kept
 * @param subscribersFrom percent of certainty from which on a lane with a guard opens by itself for
 *     a subscriber; empty for never
 * @param grammar of the country's plates
 */
public record LaneParts(
    FrameSlot frames,
    PreviewFeed preview,
    Recognition recognition,
    PictureKeeper pictures,
    DecisionDesk desk,
    Optional<AutoGuard> autoGuard,
    PassageRecorder recorder,
    Optional<VehicleAssessor> assessor,
    OptionalInt subscribersFrom,
    PlateGrammar grammar,
    TimeSource time,
    Threads threads) {}
