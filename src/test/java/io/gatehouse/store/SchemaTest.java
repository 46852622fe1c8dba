package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is newer, or older, than the data it finds. */
class SchemaTest {

  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();
  private Path migrations;
  private DataFolder data;
  private Passage recorded;

  @BeforeEach
  void dataOfThisVersion() throws Exception {
    data = DataFolder.open(folder.resolve("data"));
    Files.writeString(data.settingsFile(), "{}");
    try (KioskStore store = KioskStore.open(data, time, H2PassageStoreTest::fold)) {
      recorded = store.passages().record(SamplePassages.passage(1));
    }
    migrations = Files.createDirectories(folder.resolve("migrations"));
    for (String own : ownMigrations()) {
      try (var in = SchemaTest.class.getResourceAsStream("/db/kiosk/" + own)) {
        Files.copy(in, migrations.resolve(own));
      }
    }
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void anUpgradeKeepsTheDataAsItWasFirst() throws Exception {
    nextVersionDoes("ALTER TABLE passage ADD COLUMN wheels INT;");

    bringUp(FreeSpace.of(data.root()));

    assertThat(columns()).contains("WHEELS");
    Path copy = copies().getFirst();
    assertThat(copy.getFileName().toString()).startsWith("before-upgrade-20260302T010000Z-of-");
    try (DataFolder other = DataFolder.open(folder.resolve("other"))) {
      Backup.restore(copy, other, false, time.now());
      assertThat(other.settingsFile()).hasContent("{}");
      assertThat(other.journalFolder()).isNotEmptyDirectory();
      try (KioskStore store = KioskStore.open(other, time, H2PassageStoreTest::fold)) {
        assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
        assertThat(store.passages().find(recorded.id())).contains(recorded);
      }
    }
  }

  @Test
  void aChangeThatFailsHalfWayLeavesTheDataAsTheVersionBeforeWroteIt() throws Exception {
    nextVersionDoes(
        """
        ALTER TABLE passage ADD COLUMN wheels INT;
        DROP TABLE outbox_event CASCADE;
        ALTER TABLE no_such_table ADD COLUMN wheels INT;
        """);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> bringUp(FreeSpace.of(data.root())))
        .withMessageContaining("could not be brought to this version")
        .withMessageNotContaining("\n");

    assertThat(columns()).doesNotContain("WHEELS");
    try (KioskStore store = KioskStore.open(data, time, H2PassageStoreTest::fold)) {
      assertThat(store.recovery()).isEqualTo(RecoveryReport.NOTHING);
      assertThat(store.passages().find(recorded.id())).contains(recorded);
      store.passages().record(SamplePassages.passage(2));
    }
    assertThat(data.databaseFile().resolveSibling("gatehouse.mv.db.part")).doesNotExist();
  }

  @Test
  void withoutRoomForTheCopyNothingIsChanged() throws Exception {
    nextVersionDoes("ALTER TABLE passage ADD COLUMN wheels INT;");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> bringUp(() -> 1000))
        .withMessageContaining("no room to keep the data")
        .extracting(StoreException::failure)
        .isEqualTo(KnownFailure.DISK_FULL);

    assertThat(columns()).doesNotContain("WHEELS");
    assertThat(copies()).isEmpty();
  }

  @Test
  void theVersionBeforeSaysPlainlyThatTheDataIsNewerAndHowToGoBack() throws Exception {
    nextVersionDoes("ALTER TABLE passage ADD COLUMN wheels INT;");
    bringUp(FreeSpace.of(data.root()));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> KioskStore.open(data, time, H2PassageStoreTest::fold))
        .withMessageContaining("written by a newer Gatehouse")
        .withMessageContaining("gatehouse restore --force " + copies().getFirst());

    Backup.restore(copies().getFirst(), data, true, time.now());
    try (KioskStore store = KioskStore.open(data, time, H2PassageStoreTest::fold)) {
      assertThat(store.passages().find(recorded.id())).contains(recorded);
    }
  }

  @Test
  void aStartWithoutAnUpgradeCopiesNothingAndOnlyTheLastTwoCopiesAreKept() throws Exception {
    bringUp(FreeSpace.of(data.root()));
    assertThat(copies()).isEmpty();

    for (int wheels = 0; wheels < 3; wheels++) {
      time.advance(Duration.ofDays(1));
      Files.writeString(
          migrations.resolve("V9%d__later.sql".formatted(wheels)),
          "ALTER TABLE passage ADD COLUMN wheels%d INT;".formatted(wheels));
      bringUp(FreeSpace.of(data.root()));
    }

    assertThat(copies())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "before-upgrade-20260304T010000Z-of-90.zip",
            "before-upgrade-20260305T010000Z-of-91.zip");
  }

  private void nextVersionDoes(String sql) throws IOException {
    Files.writeString(migrations.resolve("V99__next.sql"), sql);
  }

  private void bringUp(FreeSpace free) throws StoreException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Database.url(data.databaseFile(), ""));
    config.setUsername(Database.USER);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      new Schema(pool, data.databaseFile(), "filesystem:" + migrations)
          .bringUp(Optional.of(new UpgradeCopy(data, free, time)));
    }
  }

  private List<Path> copies() throws IOException {
    Path backups = data.root().resolve("backup");
    if (!Files.exists(backups)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files.sorted().toList();
    }
  }

  private String columns() throws SQLException {
    StringBuilder names = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(Database.url(data.databaseFile(), ""), Database.USER, "");
        Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'PASSAGE'")) {
      while (columns.next()) {
        names.append(columns.getString(1)).append(' ');
      }
    }
    return names.toString();
  }

  private static List<String> ownMigrations() throws Exception {
    Path own = Path.of(SchemaTest.class.getResource("/db/kiosk").toURI());
    try (Stream<Path> files = Files.list(own)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
