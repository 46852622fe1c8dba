package io.gatehouse.store;

/** What taking entries into the lists did. */
public record ListImport(int added, int changed, int unchanged) {}
