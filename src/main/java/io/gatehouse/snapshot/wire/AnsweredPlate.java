package io.gatehouse.snapshot.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * One plate of an answer, whichever of the two forms it came in.
 *
 * @param text as the API wrote it, usually lower case
 * @param score of the reading, 0 to 1
 * @param detectionScore that there is a plate, 0 to 1; empty when not told
 * @param region code such as {@code vn}; empty when not told
 * @param candidates {@code [{"plate","score"}]}
 * @param box of the plate; empty when not told
 * @param vehicleType such as {@code Motorcycle}; empty when there was no vehicle
 * @param makesModels {@code [{"make","model","score"}]}
 * @param colors {@code [{"color","score"}]}
 * @param orientations {@code [{"orientation","score"}]}
 */
public record AnsweredPlate(
    String text,
    double score,
    Optional<Double> detectionScore,
    Optional<String> region,
    Optional<Double> regionScore,
    JsonArray candidates,
    Optional<JsonObject> box,
    Optional<String> vehicleType,
    Optional<JsonObject> vehicleBox,
    JsonArray makesModels,
    JsonArray colors,
    JsonArray orientations) {}
