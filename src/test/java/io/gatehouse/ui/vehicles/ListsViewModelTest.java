package io.gatehouse.ui.vehicles;

import static io.gatehouse.support.ListEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.Validity;
import io.gatehouse.parking.people.Action;
import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.ListChange;
import io.gatehouse.store.ListFile;
import io.gatehouse.store.ListImport;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.HeldDelay;
import io.gatehouse.support.TestKiosk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsViewModelTest {

  /** The kiosk's clock stands on the second of March 2026, in the morning. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static final ListEntry AN =
      entry(ListKind.SUBSCRIBER, "59P168480", "Nguyễn Văn Ấn", "2026-01-01", "2026-03-05");

  @TempDir Path folder;
  @TempDir Path tables;
  private final TestKiosk kiosk = new TestKiosk();
  private final HeldDelay delay = new HeldDelay();
  private DataFolder data;
  private KioskStore store;
  private ListsViewModel model;
  private ExchangeViewModel exchange;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, kiosk.time, Confusions::fold);
    kiosk.books = store.books();
    model = new ListsViewModel(kiosk.tools(), delay);
    exchange =
        new ExchangeViewModel(
            kiosk.tools(), new ExchangeFolders(List.of(folder.resolve("none")), List.of(tables)));
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void save(ListEntry entry) throws StoreException {
    store.books().lists().save(entry, "Lê Thị Hoa", kiosk.time.now());
  }

  @Test
  void expiringIsCountedAndShownSoonestFirst() throws StoreException {
    save(AN);
    save(entry(ListKind.SUBSCRIBER, "51F12345", "2026-01-01", "2026-03-01"));
    save(entry(ListKind.VIP, "30A16848", "2026-01-01", ""));
    model.refresh();
    assertThat(model.entries()).hasSize(3);
    assertThat(model.countsProperty().get().orElseThrow().ending()).isEqualTo(2);
    model.toggleEnding();
    assertThat(model.entries())
        .extracting(m -> m.entry().plate() + " " + m.validity())
        .containsExactly("51F12345 " + Validity.EXPIRED, "59P168480 " + Validity.EXPIRING);
  }

  @Test
  void newEntryIsSavedWithWhoAllowedIt() throws StoreException {
    model.add();
    model.change(f -> f.withPlate("59-p1 684.80").withOwner("Ấn"));
    kiosk.permission.lock(Action.LISTS);
    model.save();
    assertThat(store.books().lists().like("59P168480")).isEmpty();
    kiosk.permission.approve("Trần Thị Bình");

    ListEntry saved = store.books().lists().like("59P168480").getFirst();
    assertThat(saved.kind()).isEqualTo(ListKind.SUBSCRIBER);
    assertThat(saved.validFrom()).isEqualTo(TODAY);
    assertThat(saved.lastDay()).contains(LocalDate.of(2026, 4, 1));
    assertThat(store.books().lists().changes(saved.id()))
        .extracting(ListChange::by)
        .containsExactly("Trần Thị Bình");
    assertThat(model.formProperty().get()).isEmpty();
    assertThat(model.entries()).hasSize(1);
  }

  @Test
  void entryWithAFaultIsNotSaved() {
    model.add();
    model.save();
    assertThat(model.formProperty().get().orElseThrow().fault(model.grammar()))
        .contains(EntryForm.Fault.NO_PLATE);
    model.change(f -> f.withPlate("59P168480").withTo(Optional.empty()));
    assertThat(model.formProperty().get().orElseThrow().fault(model.grammar()))
        .contains(EntryForm.Fault.NO_LAST_DAY);
    model.change(f -> f.withTo(Optional.of(TODAY.minusDays(1))));
    assertThat(model.formProperty().get().orElseThrow().fault(model.grammar()))
        .contains(EntryForm.Fault.ENDS_BEFORE_IT_BEGINS);
    model.save();
    assertThat(kiosk.permission.asked()).isEmpty();
  }

  @Test
  void plateThatIsListedAlreadyIsOpenedInstead() throws StoreException {
    save(AN);
    model.add();
    model.change(f -> f.withPlate("59P168480").withOwner("somebody else"));
    model.save();
    assertThat(model.saidProperty().get()).isEqualTo(ListsViewModel.Said.LISTED_ALREADY);
    assertThat(model.formProperty().get()).contains(EntryForm.of(AN));
    assertThat(store.books().lists().find(AN.id())).contains(AN);
  }

  @Test
  void subscriptionGoesOnFromItsLastDayAndFromTodayWhereItIsOver() {
    EntryForm paid = EntryForm.of(AN);
    assertThat(paid.extended(1, TODAY).to()).contains(LocalDate.of(2026, 4, 5));
    assertThat(paid.extended(1, LocalDate.of(2026, 6, 1)).to()).contains(LocalDate.of(2026, 6, 30));
    EntryForm january = paid.withTo(Optional.of(LocalDate.of(2026, 3, 31)));
    assertThat(january.extended(1, TODAY).to()).contains(LocalDate.of(2026, 4, 30));
    assertThat(january.extended(1, TODAY).extended(1, TODAY).to())
        .contains(LocalDate.of(2026, 5, 31));
  }

  @Test
  void removedEntryLeavesItsTrace() throws StoreException {
    save(AN);
    model.edit(AN);
    model.remove();
    assertThat(store.books().lists().find(AN.id())).isEmpty();
    assertThat(store.books().lists().changes(AN.id()))
        .extracting(ListChange::kind)
        .containsExactly(ListChange.Kind.ADDED, ListChange.Kind.REMOVED);
  }

  @Test
  void fileIsLookedAtBeforeItIsTakenIn() throws Exception {
    save(AN);
    Path file =
        Files.writeString(
            tables.resolve("may.csv"),
            "plate,kind,to\n59P168480,subscriber,2026-05-31\n51F12345,vip,\n,vip,\n");
    exchange.open();
    assertThat(exchange.files()).containsExactly(file);
    exchange.read(file);
    assertThat(store.books().lists().counts().get(ListKind.VIP)).isZero();
    exchange.takeIn();
    assertThat(exchange.stateProperty().get())
        .isEqualTo(new ExchangeViewModel.State.TakenIn(new ListImport(1, 1, 0), 1));
    assertThat(kiosk.permission.asked()).containsExactly(Action.LISTS);
  }

  @Test
  void whatIsExportedCanBeImportedAgain() throws Exception {
    save(AN);
    exchange.open();
    exchange.write();
    Path file = tables.resolve("gatehouse-20260302.csv");
    assertThat(exchange.stateProperty().get())
        .isEqualTo(new ExchangeViewModel.State.Written(file, 1));
    exchange.read(file);
    exchange.takeIn();
    assertThat(exchange.stateProperty().get())
        .isEqualTo(new ExchangeViewModel.State.TakenIn(new ListImport(0, 0, 1), 0));
  }

  @Test
  void unusableFileSaysWhy() throws IOException {
    Path file = Files.writeString(tables.resolve("names.csv"), "name\nAn\n");
    exchange.read(file);
    assertThat(exchange.stateProperty().get())
        .isEqualTo(new ExchangeViewModel.State.Unusable(file, ListFile.Fault.NO_PLATE_COLUMN));
  }
}
