/**
 * The language of the Plate Recognizer Snapshot API, in both directions: what the importer
 * understands, and what the central answers and sends.
 */
package io.gatehouse.snapshot.wire;
