package io.gatehouse.launch;

/** Writes what {@code gatehouse read} found, file by file, as soon as it is found. */
sealed interface ReadReport permits TextReport, CsvReport, JsonReport {

  void begin();

  void row(ReadRow row);

  void end();
}
