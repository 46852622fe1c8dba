package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Passages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2AuditTrailTest {

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private KioskStore store;
  private AuditTrail audit;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, text -> text);
    audit = store.books().audit();
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void append(int rows) throws StoreException {
    for (int i = 1; i <= rows; i++) {
      audit.append(
          AuditEvent.of(time.now(), Actor.named("An"), AuditKind.SETTINGS_CHANGED, "change " + i));
    }
  }

  private List<AuditEntry> all() throws StoreException {
    return audit.before(Long.MAX_VALUE, Set.of(), 100);
  }

  @Test
  void untouchedTrailIsSoundAlsoAfterARestart() throws StoreException {
    assertThat(audit.verify()).isEqualTo(new AuditCheck.Sound(0, ""));
    append(3);
    close();
    open();
    append(2);

    assertThat(audit.verify()).isEqualTo(new AuditCheck.Sound(5, all().getFirst().seal()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET details = 'nothing' WHERE no = 3",
        "UPDATE audit SET who = 'Bình' WHERE no = 3",
        "UPDATE audit SET happened_at = happened_at + INTERVAL '1' SECOND WHERE no = 3",
        "UPDATE audit SET amount_dong = 0 WHERE no = 3",
        "UPDATE audit SET kind = 'SIGN_IN' WHERE no = 3",
        "UPDATE audit SET kind = 'NONSENSE' WHERE no = 3",
        "UPDATE audit SET seal = (SELECT seal FROM audit WHERE no = 2) WHERE no = 3",
        "DELETE FROM audit WHERE no = 3",
      })
  void whatIsChangedFromOutsideShows(String sql) throws StoreException {
    append(6);
    store.database().jdbi().useHandle(handle -> handle.execute(sql));

    assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM audit WHERE no > 4", "DELETE FROM audit"})
  void rowsCutOffAtTheEndShow(String sql) throws StoreException {
    append(6);
    store.database().jdbi().useHandle(handle -> handle.execute(sql));

    assertThat(audit.verify()).isInstanceOf(AuditCheck.Broken.class);
  }

  @Test
  void longTrailIsLookedOverToItsEnd() throws StoreException {
    store
        .database()
        .jdbi()
        .useTransaction(handle -> {
          BookRows rows = new BookRows(handle, new BookSchema(handle));
          for (int i = 0; i < 2_500; i++) {
            AuditWriter.append(
                rows, AuditEvent.of(time.now(), Actor.named("An"), AuditKind.SIGN_IN, "" + i));
          }
        });
    assertThat(audit.verify()).isInstanceOf(AuditCheck.Sound.class);

    store
        .database()
        .jdbi()
        .useHandle(handle -> handle.execute("UPDATE audit SET details = '' WHERE no = 2400"));
    assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(2400));
  }

  @Test
  void guardsWordAgainstTheMachinesIsWrittenWithThePassage() throws StoreException {
    Passages passages = new Passages(store.passages(), new VietnamGrammar());
    passages.by(Outcome.CONFIRMED).store("59P168480", time.now());
    passages.by(Outcome.CORRECTED).readAs("59PT68480", 3).store("59P168481", time.now());
    passages.by(Outcome.TYPED).readAs("", -1).store("59P168482", time.now());
    passages.by(Outcome.REJECTED).readAs("59P168483", -1).store("59P168483", time.now());
    passages
        .by(Outcome.REJECTED)
        .guardedBy("auto")
        .readAs("59P168484", -1)
        .store("59P168484", time.now());

    assertThat(all())
        .extracting(AuditEntry::event)
        .extracting(e -> e.kind() + " " + e.plate() + " " + e.details())
        .containsExactly(
            "TURNED_AWAY 59P1-684.83 ",
            "PLATE_TYPED 59P1-684.82 ",
            "CORRECTION 59P1-684.81 59PT68480 → 59P168481");
  }

  @Test
  void correctionAndEndOfAStayAreWrittenWithThem() throws StoreException {
    VietnamGrammar grammar = new VietnamGrammar();
    Passages passages = new Passages(store.passages(), grammar);
    Passage entry = passages.going(Direction.IN).store("59P168480", time.now());
    store.passages().correct(entry.id(), grammar.parse("59P168489", 2), "Bình", time.now());
    store.books().stays().end(entry.id(), StayEnd.NOT_FOUND, "An", "round", time.now());
    store.books().stays().end(entry.id(), StayEnd.NOT_FOUND, "An", "again", time.now());

    assertThat(all())
        .extracting(AuditEntry::event)
        .extracting(e -> e.who().name() + " " + e.kind() + " " + e.plate() + " " + e.details())
        .containsExactly(
            "An STAY_ENDED 59P1-684.89 NOT_FOUND: round",
            "Bình CORRECTION 59P1-684.89 59P168480 → 59P168489");
    assertThat(all().getFirst().event().stay()).contains(entry.id());
  }

  /** The central's own trail is another: it holds personal data and ends with its retention. */
  @Test
  void kioskNeverChangesOrRemovesARow() throws IOException {
    Pattern forbidden =
        Pattern.compile(
            "(UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|TRUNCATE\\s+TABLE|DROP\\s+TABLE)\\s+audit\\b",
            Pattern.CASE_INSENSITIVE);
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      assertThat(
              files
                  .filter(f -> f.toString().matches(".*\\.(java|sql)"))
                  .filter(f -> !f.toString().contains("central")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(forbidden));
    }
  }
}
