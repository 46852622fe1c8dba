package io.gatehouse.central.api;

import com.google.gson.JsonElement;

/**
 * A camera as it is answered.
 *
 * @param id its number at its gate
 * @param status {@code online} or {@code offline}
 * @param health as the gate told it
 */
record Camera(
    int id,
    long gateId,
    String gate,
    String name,
    String type,
    String status,
    String lastHeartbeat,
    long eventsSent,
    long eventsFailed,
    JsonElement health,
    String createdAt,
    String updatedAt) {}
