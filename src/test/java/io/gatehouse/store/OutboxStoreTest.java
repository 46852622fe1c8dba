package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxStoreTest {

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private KioskStore store;
  private OutboxStore outbox;
  private GateDay day;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, H2PassageStoreTest::fold);
    outbox = store.outbox();
    day = new GateDay(store.passages(), time);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private List<UUID> next() throws StoreException {
    return outbox.next(Set.of(), 100).stream().map(OutgoingEvent::id).toList();
  }

  private OutgoingEvent first() throws StoreException {
    return outbox.next(Set.of(), 1).getFirst();
  }

  private void sent(OutgoingEvent event) throws StoreException {
    outbox.settle(List.of(new Delivery.Sent(event.no(), event.pictures(), "")));
  }

  @Test
  void onlyTheFirstOfAStayMayGoAndStaysGoSideBySide() throws Exception {
    Passage a = day.enters("59P168480");
    Passage b = day.enters("59P111111");
    store.passages().correct(a.id(), SamplePassages.plate("59P168481"), "An", time.now());
    Passage out = day.leaves("59P168480", 5_000);

    assertThat(next()).containsExactly(a.id(), b.id());
    sent(first());
    assertThat(next()).hasSize(2).contains(b.id()).doesNotContain(out.id());
    sent(outbox.next(Set.of(b.id()), 1).getFirst());
    assertThat(next()).containsExactly(b.id(), out.id());
  }

  @Test
  void aBusyStreamIsLeftOut() throws Exception {
    Passage a = day.enters("59P168480");
    Passage b = day.enters("59P111111");

    assertThat(outbox.next(Set.of(a.id()), 10))
        .extracting(OutgoingEvent::id)
        .containsExactly(b.id());
  }

  @Test
  void aDelayedEventHoldsItsStayAndNoOther() throws Exception {
    Passage a = day.enters("59P168480");
    day.leaves("59P168480", 0);
    Passage b = day.enters("59P111111");
    outbox.settle(List.of(new Delivery.Delayed(first().no(), time.now().plusSeconds(60), "503")));

    assertThat(next()).containsExactly(b.id());
    time.advance(Duration.ofSeconds(60));
    assertThat(next()).containsExactly(a.id(), b.id());
    assertThat(first().attempts()).isEqualTo(1);
  }

  @Test
  void aClockThatWasAheadDelaysNothingForLong() throws Exception {
    day.enters("59P168480");
    outbox.settle(List.of(new Delivery.Delayed(first().no(), time.now().plusSeconds(300), "503")));
    time.setWallClock(time.now().minus(Duration.ofDays(365)));

    assertThat(next()).hasSize(1);
  }

  @Test
  void aParkedEventIsListedAndBlocksNothing() throws Exception {
    Passage in = day.enters("59P168480");
    Passage out = day.leaves("59P168480", 0);
    outbox.settle(List.of(new Delivery.Parked(first().no(), "422: told otherwise")));

    assertThat(next()).containsExactly(out.id());
    assertThat(outbox.parked(0, 10))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.id()).isEqualTo(in.id());
          assertThat(event.kind()).isEqualTo(OutgoingKind.PASSAGE);
          assertThat(event.plate()).isEqualTo("59P1-684.80");
          assertThat(event.reason()).isEqualTo("422: told otherwise");
        });
    assertThat(outbox.counts().parked()).isEqualTo(1);

    outbox.retry(in.id());
    assertThat(next()).containsExactly(in.id());
    assertThat(outbox.parked(0, 10)).isEmpty();
  }

  @Test
  void aPictureIsGivenUntilItWasSentAndAgainForAnotherCentral() throws Exception {
    store.passages().record(SamplePassages.passage(2));
    OutgoingEvent event = first();
    assertThat(event.pictures()).hasSize(3);
    assertThat(outbox.picture(event.pictures().getLast())).contains(SamplePassages.fullPicture(2));
    sent(event);

    store.passages().record(SamplePassages.passage(2));
    assertThat(outbox.next(Set.of(), 10)).allMatch(next -> next.pictures().isEmpty());
    outbox.forgetSentPictures();
    assertThat(outbox.next(Set.of(), 1).getFirst().pictures()).hasSize(3);
  }

  @Test
  void countsSayHowMuchWaitsAndSinceWhen() throws Exception {
    assertThat(outbox.counts()).isEqualTo(OutboxCounts.NOTHING);
    day.enters("59P168480");
    var since = time.now();
    time.advance(Duration.ofHours(1));
    day.enters("59P111111");

    assertThat(outbox.counts()).isEqualTo(new OutboxCounts(2, 0, Optional.of(since)));
  }

  @Test
  void sentEventsAreCleanedAwayAfterATime() throws Exception {
    for (int i = 0; i < 5; i++) {
      day.enters("59P16848" + i);
    }
    for (OutgoingEvent event : outbox.next(Set.of(), 4)) {
      sent(event);
    }
    assertThat(outbox.clean(time.now(), 10)).as("just sent").isZero();
    time.advance(Duration.ofDays(1));
    assertThat(outbox.clean(time.now(), 3)).isEqualTo(3);
    assertThat(outbox.clean(time.now(), 3)).isEqualTo(1);
    assertThat(TestDatabases.count(store, "outbox")).isEqualTo(1);
  }

  @Test
  void whoeverListensHearsOfAPassageAndOfAStaysEnd() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    outbox.onWritten(heard::incrementAndGet);
    Passage ghost = day.enters("59P168480");
    assertThat(heard).hasValue(1);
    store.books().stays().end(ghost.id(), StayEnd.NOT_FOUND, "An", "", time.now());
    assertThat(heard).hasValue(2);
    sent(first());
    assertThat(heard).as("of its own notes").hasValue(2);
  }

  @Test
  void retentionKeepsWhatWaitsOrWasRefusedAndTheRestGoes() throws Exception {
    Passage waiting = day.turnedAway("59P100001");
    Passage refused = day.turnedAway("59P100002");
    Passage sent = day.turnedAway("59P100003");
    Passage ghost = day.enters("59P100004");
    store.books().stays().end(ghost.id(), StayEnd.NOT_FOUND, "An", "", time.now());
    List<OutgoingEvent> all = new ArrayList<>(outbox.next(Set.of(), 10));
    outbox.settle(List.of(new Delivery.Parked(all.get(1).no(), "400")));
    sent(all.get(2));
    sent(all.get(3));
    for (int i = 0; i < 100; i++) {
      time.advance(Duration.ofDays(1));
      sweep(true);
    }

    assertThat(store.passages().find(waiting.id())).isPresent();
    assertThat(store.passages().find(refused.id())).isPresent();
    assertThat(store.passages().find(sent.id())).isEmpty();
    assertThat(TestDatabases.count(store, "outbox")).as("with the stay's end").isEqualTo(3);

    for (int i = 0; i < 100; i++) {
      time.advance(Duration.ofDays(1));
      sweep(false);
    }
    assertThat(TestDatabases.count(store, "outbox")).as("nobody waits for it").isZero();
  }

  private void sweep(boolean syncs) throws StoreException {
    Retention.Sweep sweep =
        store.retention().sweep(new RetentionPolicy(30, 90, syncs, ZoneId.of("UTC")));
    while (!sweep.step().end()) {
      // goes on until all is looked at
    }
  }
}
