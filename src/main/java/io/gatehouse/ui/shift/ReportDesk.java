package io.gatehouse.ui.shift;

import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.report.ShiftReportFiles;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.common.ScreenTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Writes reports into the data folder. Blocks: not for the screen's thread. */
final class ReportDesk {

  private final ScreenTools tools;

  ReportDesk(ScreenTools tools) {
    this.tools = tools;
  }

  ShiftReportFiles.Written write(ShiftReport report) throws IOException {
    Path folder = Path.of(tools.context().setup().dataFolder(), "reports");
    return new ShiftReportFiles(
            folder, new ScreenWords(tools.texts(), tools.formats()), this::picture)
        .write(report);
  }

  private Optional<byte[]> picture(UUID passage) throws IOException {
    PassageStore store = tools.context().store();
    try {
      return store.picture(passage, PictureSize.THUMBNAIL);
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
