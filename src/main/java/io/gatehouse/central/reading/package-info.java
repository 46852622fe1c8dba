/** Reads pictures for callers, as the Plate Recognizer API does, with our own models. */
package io.gatehouse.central.reading;
