package io.gatehouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.Delivery;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.OutgoingEvent;
import io.gatehouse.store.Passage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bodies of events, as a real store's rows make them. */
class EventJsonTest {

  @TempDir Path folder;

  private final EventJson json = new EventJson();
  private final FakeTime time = new FakeTime();
  private DataFolder data;
  private KioskStore store;
  private GateDay day;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, time, text -> text);
    day = new GateDay(store.passages(), time).guardedBy("Trần Bình");
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  /** All that waits, in order, and marked as sent. */
  private List<String> take() throws StoreException {
    List<String> bodies = new ArrayList<>();
    for (List<OutgoingEvent> next = store.outbox().next(Set.of(), 50);
        !next.isEmpty();
        next = store.outbox().next(Set.of(), 50)) {
      for (OutgoingEvent event : next) {
        bodies.add(json.body(event).orElseThrow());
        store.outbox().settle(List.of(new Delivery.Sent(event.no(), List.of(), "")));
      }
    }
    return bodies;
  }

  private static JsonObject parsed(String body) {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  @Test
  void anEntryIsTheProtocolsText() throws Exception {
    Passage passage = store.passages().record(SamplePassages.passage(2));

    assertThat(take())
        .containsExactly(
            """
            {"type":"ENTRY","event_id":"ID","timestamp":"2026-03-02T01:01:00.123456Z",\
            "camera_id":1,"camera_name":"Cổng A","camera_type":"ENTRY",\
            "data":{"plate_text":"59P115838","plate_view":"59P1-15838","plate_kind":"MOTORBIKE",\
            "plate_lines":2,"plate_colour":"WHITE","vehicle_kind":"MOTORBIKE","confidence":0.97,\
            "source":"auto","images":{"full":"FULL","crop":"CROP","thumbnail":"THUMB"},\
            "outcome":"CONFIRMED","decided_by":"Nguyễn Văn An",\
            "decided_at":"2026-03-02T01:01:02.123456Z","reason":"","read_text":"59P115838",\
            "frame_sequence":2,"stay":{"id":"ID","change":"OPENED",\
            "entered_at":"2026-03-02T01:01:00.123456Z"}}}\
            """
                .replace("ID", passage.id().toString())
                .replace("FULL", hash(SamplePassages.pictures(2).full()))
                .replace("CROP", hash(SamplePassages.pictures(2).crop().orElseThrow()))
                .replace("THUMB", hash(SamplePassages.pictures(2).thumbnail())));
  }

  private static String hash(byte[] picture) {
    return io.gatehouse.support.FakeCentral.sha256(picture);
  }

  @Test
  void anExitTellsItsStayAndWhatWasPaid() throws Exception {
    Passage entry = day.enters("59P168480");
    time.advance(Duration.ofHours(3));
    Passage exit = day.leaves("59P168480", 5_000);

    JsonObject event = parsed(take().get(1));
    assertThat(event.get("type").getAsString()).isEqualTo("EXIT");
    assertThat(event.get("event_id").getAsString()).isEqualTo(exit.id().toString());
    assertThat(event.getAsJsonObject("data").get("stay"))
        .hasToString(
            """
            {"id":"ID","change":"CLOSED","entry_event_id":"ID",\
            "entered_at":"2026-03-02T01:00:00Z","ended_at":"2026-03-02T04:00:00Z",\
            "ending":"LEFT","fee":5000,"paid":5000,"method":"CASH","tariff":"v1"}\
            """
                .replace("ID", entry.id().toString()));
  }

  @Test
  void anExitWithoutEntryNamesNone() throws Exception {
    day.leaves("59P168480", 3_000);

    JsonObject stay = parsed(take().getFirst()).getAsJsonObject("data").getAsJsonObject("stay");
    assertThat(stay.get("change").getAsString()).isEqualTo("WITHOUT_ENTRY");
    assertThat(stay.has("entry_event_id")).isFalse();
    assertThat(stay.get("ending").getAsString()).isEqualTo("LEFT");
  }

  @Test
  void aVehicleThatWasTurnedAwayHasNoStay() throws Exception {
    day.turnedAway("59P168480");

    JsonObject data = parsed(take().getFirst()).getAsJsonObject("data");
    assertThat(data.has("stay")).isFalse();
    assertThat(data.get("outcome").getAsString()).isEqualTo("REJECTED");
    assertThat(data.get("vehicle_kind").getAsString()).isEqualTo("MOTORBIKE");
  }

  @Test
  void theBodyStaysTheSameWhateverHappensAfterwards() throws Exception {
    Passage entry = day.enters("59P168480");
    List<OutgoingEvent> first = store.outbox().next(Set.of(), 10);
    String before = json.body(first.getFirst()).orElseThrow();

    store.passages().correct(entry.id(), SamplePassages.plate("59P168481"), "An", time.now());
    time.advance(Duration.ofHours(1));
    day.leaves("59P168480", 5_000);

    assertThat(take().getFirst()).isEqualTo(before);
  }

  @Test
  void aStayThatAnotherEntryEndedKeepsThePlateOfThatMoment() throws Exception {
    Passage ghost = day.enters("59P168480");
    time.advance(Duration.ofHours(1));
    Passage again = day.enters("59P168480");
    store.passages().correct(ghost.id(), SamplePassages.plate("59P168481"), "An", time.now());

    JsonObject end =
        take().stream()
            .map(EventJsonTest::parsed)
            .filter(event -> event.get("type").getAsString().equals("STAY"))
            .findFirst()
            .orElseThrow();
    assertThat(end.get("event_id").getAsString()).isNotEqualTo(ghost.id().toString());
    assertThat(end.get("data"))
        .hasToString(
            """
            {"stay_id":"GHOST","plate_text":"59P168480","entered_at":"2026-03-02T01:00:00Z",\
            "ended_at":"2026-03-02T02:00:00Z","ending":"SUPERSEDED","superseded_by":"AGAIN"}\
            """
                .replace("GHOST", ghost.id().toString())
                .replace("AGAIN", again.id().toString()));
  }

  @Test
  void aShiftTellsItsTotals() throws Exception {
    PinHash pin = PinHash.of(Pin.of("471147"), 10, new SecureRandom());
    Person an = store.books().staff().add("An", Role.SUPERVISOR, pin, Actor.named(""), time.now());
    Shift shift = store.books().shifts().begin(an, "Cổng A", time.now());
    time.advance(Duration.ofHours(8));
    CashCount cash = CashCount.NOTHING.with(Banknote.DONG_500_000, 1);
    store.books().shifts().end(shift.id(), time.now(), Optional.of(cash), "đủ");

    JsonObject event = parsed(take().getFirst());
    assertThat(event.get("type").getAsString()).isEqualTo("SHIFT");
    assertThat(event.get("timestamp").getAsString()).isEqualTo("2026-03-02T09:00:00Z");
    JsonObject data = event.getAsJsonObject("data");
    assertThat(data.get("guard").getAsString()).isEqualTo("An");
    assertThat(data.get("counted").getAsLong()).isEqualTo(cash.totalDong());
    assertThat(data.get("difference").getAsLong()).isEqualTo(cash.totalDong());
    assertThat(data.get("remark").getAsString()).isEqualTo("đủ");
  }
}
