package io.gatehouse.ui.common;

import java.util.OptionalLong;

/**
 * How long the disk can go on.
 *
 * @param daysLeft days until it is full at the present rate; empty when that cannot be said yet
 * @param freeBytes free space in bytes
 * @param writable whether passages can be written now
 */
public record StorageStatus(OptionalLong daysLeft, long freeBytes, boolean writable) {}
