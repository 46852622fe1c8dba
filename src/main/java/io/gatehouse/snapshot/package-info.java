/**
 * The snapshot importer: pictures from a list or a folder, read once each, by the Plate Recognizer
 * API or by Gatehouse's own recogniser, and stored with what was read. This package is the run; the
 * ones below it are its tools and know nothing of it.
 */
package io.gatehouse.snapshot;
