/**
 * Tells others of each passage, in the form of Plate Recognizer's webhooks: queued in the passage's
 * transaction, signed, and tried until it is taken.
 */
package io.gatehouse.central.hook;
