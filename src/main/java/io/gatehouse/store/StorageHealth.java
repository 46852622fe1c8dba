package io.gatehouse.store;

import java.util.OptionalLong;

/**
 * How long the disk can go on.
 *
 * @param freeBytes free space in bytes
 * @param bytesPerDay what the last days took, a day; 0 while less than a day is known
 * @param daysLeft until pictures are dropped, at that rate; empty while it is not known
 * @param storesPictures whether there is room for pictures now
 */
public record StorageHealth(
    long freeBytes, long bytesPerDay, OptionalLong daysLeft, boolean storesPictures) {}
