package io.gatehouse.store;

/**
 * What the data take on the disk.
 *
 * @param databaseBytes the database's file
 * @param pictureBytes of that, the pictures themselves
 * @param pictures how many
 * @param passages how many are kept
 */
public record StorageUse(long databaseBytes, long pictureBytes, long pictures, long passages) {}
