package io.gatehouse.snapshot;

import io.gatehouse.bucket.S3Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run is to go.
 *
 * @param data where the journal lies, and the embedded database
 * @param databaseUrl {@code postgresql://…}; empty for the embedded database
 * @param s3 where pictures go; empty for the database
 * @param delay shortest time from one request to the next
 * @param threshold plates less sure than this are not stored, 0 to 1
 * @param cameraId of all pictures of the run
 * @param parallel pictures at once
 * @param tries of one picture before it fails
 * @param resume whether lines that are done are not looked at again
 * @param dryRun whether it is only looked what would be read
 * @param privateUrls whether pictures may come from private networks
 */
public record ImportOptions(
    Path data,
    Optional<String> databaseUrl,
    Optional<S3Options> s3,
    Duration delay,
    double threshold,
    Optional<String> cameraId,
    int parallel,
    int tries,
    boolean resume,
    boolean dryRun,
    boolean privateUrls) {}
