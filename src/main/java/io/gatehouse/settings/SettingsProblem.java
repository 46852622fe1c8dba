package io.gatehouse.settings;

import io.gatehouse.common.KnownFailure;

/**
 * Something in the settings file that could not be used. Nothing of the file is lost.
 *
 * @param failure its kind, with the code for the phone
 * @param key the key it is about; empty when it is about the whole file
 * @param line what is wrong, where, and what holds instead
 */
public record SettingsProblem(KnownFailure failure, String key, String line) {}
