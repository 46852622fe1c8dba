package io.gatehouse.snapshot;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The file that says what failed and why: one row a line of the list that is not done. */
public final class FailureReport {

  private FailureReport() {}

  /** Writes or replaces it; with nothing but its heading when all is well. */
  public static void write(Path file, List<ImportResult> results) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader("line", "source", "outcome", "reason", "sha256")
            .get();
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, format)) {
      for (ImportResult result : results) {
        if (!result.outcome().isGood()) {
          csv.printRecord(
              result.line().number(),
              result.line().shown(),
              result.outcome(),
              result.reason(),
              result.sha256().orElse(""));
        }
      }
    }
  }
}
