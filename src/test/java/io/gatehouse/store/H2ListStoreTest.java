package io.gatehouse.store;

import static io.gatehouse.support.ListEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.PlateLists;
import io.gatehouse.plate.Confusions;
import io.gatehouse.support.FakeTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ListStoreTest {

  private static final Instant NOW = Instant.parse("2026-03-10T05:00:00Z");
  private static final ListEntry AN =
      entry(ListKind.SUBSCRIBER, "59P168480", "Nguyễn Văn Ấn", "2026-01-01", "2026-03-31");
  private static final ListEntry BINH =
      entry(ListKind.SUBSCRIBER, "51F12345", "Đặng Thị Bình", "2026-01-01", "2026-03-12");
  private static final ListEntry COMPANY =
      entry(ListKind.VIP, "30A16848", "Công ty", "2026-01-01", "");

  @TempDir Path folder;
  private final FakeTime time = new FakeTime(NOW);
  private DataFolder data;
  private KioskStore store;

  @BeforeEach
  void open() throws StoreException, IOException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, Confusions::fold);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private ListStore lists() {
    return store.books().lists();
  }

  private void save(ListEntry... entries) throws StoreException {
    for (ListEntry entry : entries) {
      lists().save(entry, "Lê Thị Hoa", NOW);
    }
  }

  private List<ListEntry> search(ListKind kind, String text) throws StoreException {
    return lists().search(new ListQuery(Set.of(kind), text, Optional.empty(), 50, 0)).entries();
  }

  @Test
  void entriesOutliveTheKiosk() throws Exception {
    save(AN, COMPANY);
    close();
    open();
    assertThat(lists().find(AN.id())).contains(AN);
    assertThat(lists().counts())
        .isEqualTo(
            Map.of(
                ListKind.SUBSCRIBER,
                1L,
                ListKind.ALLOWED,
                0L,
                ListKind.DENIED,
                0L,
                ListKind.VIP,
                1L));
  }

  @Test
  void everyEditLeavesWhoWhenAndWhatItWas() throws Exception {
    save(AN);
    ListEntry longer = entry(AN.kind(), AN.plate(), AN.owner(), "2026-01-01", "2026-04-30");
    time.advance(java.time.Duration.ofHours(1));
    lists().save(longer, "Trần Văn Ba", time.now());
    lists().save(longer, "nobody changed anything", time.now());
    lists().remove(AN.id(), "Lê Thị Hoa", time.now());

    assertThat(lists().find(AN.id())).isEmpty();
    assertThat(lists().changes(AN.id()))
        .containsExactly(
            new ListChange(ListChange.Kind.ADDED, AN, "Lê Thị Hoa", NOW),
            new ListChange(ListChange.Kind.CHANGED, longer, "Trần Văn Ba", NOW.plusSeconds(3600)),
            new ListChange(ListChange.Kind.REMOVED, longer, "Lê Thị Hoa", NOW.plusSeconds(3600)));
  }

  @Test
  void editsStandInTheAuditTrail() throws Exception {
    save(AN);
    lists().remove(AN.id(), "Lê Thị Hoa", NOW);
    lists().takeIn(List.of(BINH, COMPANY), "Lê Thị Hoa", NOW);
    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(AuditKind.LIST_CHANGED), 10))
        .extracting(entry -> entry.event().details())
        .containsExactly(
            "TABLE: {ADDED=2}",
            "REMOVED: SUBSCRIBER 2026-01-01..2026-03-31",
            "ADDED: SUBSCRIBER 2026-01-01..2026-03-31");
  }

  @Test
  void plateIsOnAListOnceButMayBeOnSeveral() throws Exception {
    save(AN, entry(ListKind.DENIED, "59P168480", "2026-01-01", ""));
    ListEntry again = AN.withId(UUID.randomUUID());
    assertThatThrownBy(() -> save(again))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("on this list already");
    assertThat(TestDatabases.count(store, "list_entry")).isEqualTo(2);
    save(COMPANY); // a refused one leaves the store as it was
  }

  @Test
  void likeFindsAllWithinOneErrorForTheVerdict() throws Exception {
    save(AN, BINH, COMPANY);
    for (String read : List.of("59P168480", "59P168B80", "59P16848", "9P168480", "59P1684801")) {
      assertThat(lists().like(read)).as(read).contains(AN).doesNotContain(BINH);
    }
    assertThat(
            PlateLists.verdict(
                    "59P168480", lists().like("59P168480"), NOW, ZoneId.of("Asia/Ho_Chi_Minh"))
                .isFree())
        .isTrue();
  }

  @Test
  void ownerIsFoundWithoutMarks() throws Exception {
    save(AN, BINH);
    assertThat(search(ListKind.SUBSCRIBER, "nguyen van an")).containsExactly(AN);
    assertThat(search(ListKind.SUBSCRIBER, "ĐẶNG")).containsExactly(BINH);
    assertThat(search(ListKind.SUBSCRIBER, "59-P1 684")).containsExactly(AN);
    assertThat(search(ListKind.SUBSCRIBER, "%")).containsExactly(BINH, AN);
    assertThat(search(ListKind.VIP, "dang")).isEmpty();
  }

  @Test
  void soonestEndingComesFirst() throws Exception {
    save(AN, BINH, COMPANY);
    ListPage page =
        lists().search(new ListQuery(Set.of(), "", Optional.of(LocalDate.of(2026, 3, 31)), 50, 0));
    assertThat(page.entries()).containsExactly(BINH, AN);
    assertThat(page.matches()).isEqualTo(2);
  }

  @Test
  void importAddsWhatIsNewAndChangesWhatIsThere() throws Exception {
    save(AN, BINH);
    ListEntry longer =
        entry(AN.kind(), AN.plate(), AN.owner(), "2026-01-01", "2026-12-31")
            .withId(UUID.randomUUID());

    ListImport done =
        lists().takeIn(List.of(longer, BINH.withId(UUID.randomUUID()), COMPANY), "Lê Thị Hoa", NOW);

    assertThat(done).isEqualTo(new ListImport(1, 1, 1));
    assertThat(lists().all(Set.of(ListKind.SUBSCRIBER, ListKind.VIP)))
        .containsExactly(COMPANY, BINH, longer.withId(AN.id()));
    assertThat(lists().changes(AN.id())).hasSize(2);
  }
}
