/**
 * The snapshot importer: pictures from a list or a folder, read by the Plate Recognizer API or by
 * Gatehouse's own recogniser, kept with what was read. A program of its own beside the kiosk.
 */
package io.gatehouse.snapshot;
