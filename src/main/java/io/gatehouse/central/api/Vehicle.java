package io.gatehouse.central.api;

/**
 * A row of the history as it is answered. Times are ISO 8601 with the site's offset; null is what
 * is not known.
 *
 * @param entryImage ETag of the entry's largest picture
 */
record Vehicle(
    long id,
    String plateId,
    String plateView,
    String vehicleKind,
    String status,
    long gateId,
    String entryTime,
    Integer entryCameraId,
    String entryCameraName,
    Double entryConfidence,
    String entrySource,
    String exitTime,
    Integer exitCameraId,
    String exitCameraName,
    Double exitConfidence,
    String exitSource,
    String duration,
    Long durationSeconds,
    long fee,
    long paid,
    String method,
    String ending,
    String reason,
    String settledBy,
    boolean hasEntryImage,
    boolean hasExitImage,
    String entryImage,
    String exitImage,
    boolean corrected,
    String createdAt,
    String updatedAt) {}
