package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.common.KnownFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void aFolderThatIsNotThereIsMade() throws StoreException {
    Path deep = folder.resolve("a/b");
    try (DataFolder data = DataFolder.open(deep)) {
      assertThat(data.root()).isDirectory().isAbsolute();
      assertThat(data.databaseFile().getParent()).isEqualTo(deep);
    }
  }

  @Test
  void aSecondKioskOnTheSameFolderGetsOneLine() throws StoreException {
    try (DataFolder _ = DataFolder.open(folder)) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> DataFolder.open(folder))
          .withMessage(
              "Another Gatehouse (process %d) works on the data folder %s: end it first, or choose another folder with --data.",
              ProcessHandle.current().pid(), folder)
          .extracting(StoreException::failure)
          .isEqualTo(KnownFailure.SECOND_KIOSK);
    }
  }

  @Test
  void aClosedFolderCanBeOpenedAgain() throws StoreException {
    DataFolder.open(folder).close();
    try (DataFolder again = DataFolder.open(folder)) {
      assertThat(again.root()).isEqualTo(folder);
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderGetsOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "not a folder");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataFolder.open(file))
        .withMessage(
            "The data folder %s cannot be made: allow it, or choose another one with --data. (it is a file, not a folder)",
            file)
        .extracting(StoreException::failure)
        .isEqualTo(KnownFailure.DATA_READ_ONLY);
  }

  @Test
  void aFolderThatCannotBeWrittenGetsOneLine() {
    // no user may write there, root included
    Path readOnly = Path.of("/proc/self");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataFolder.open(readOnly))
        .withMessageStartingWith("The data folder ")
        .withMessageContaining("cannot be written")
        .extracting(StoreException::failure)
        .isEqualTo(KnownFailure.DATA_READ_ONLY);
  }

  @Test
  void aSemicolonInThePathIsRefusedBecauseTheDatabaseCannotTakeIt() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataFolder.open(folder.resolve("a;b")))
        .withMessageContaining("has a ';' in its name");
  }
}
