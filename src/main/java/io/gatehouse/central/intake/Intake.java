package io.gatehouse.central.intake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.central.intake.Fact.Correction;
import io.gatehouse.central.intake.Fact.Passage;
import io.gatehouse.central.intake.Fact.Shift;
import io.gatehouse.central.intake.Fact.StayEnded;
import io.gatehouse.central.intake.FactTables.Answered;
import io.gatehouse.central.intake.HistoryBook.AtGate;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.central.store.GroupCommit;
import io.gatehouse.central.store.GroupCommit.BusyException;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes events: each once, by its id; many in one transaction. An event is answered when it is on
 * the disk.
 */
public final class Intake implements AutoCloseable {

  /** How many events share a transaction at most: some ten milliseconds of work. */
  private static final int LARGEST_BATCH = 256;

  /** What an event is answered. */
  sealed interface Outcome {

    /** Accepted now. */
    record Accepted(JsonObject answer) implements Outcome {}

    /** It was accepted before, with this answer. */
    record Repeated(JsonObject answer) implements Outcome {}

    /** The id was used for another event. */
    record Clash() implements Outcome {}
  }

  private final CentralDatabase database;
  private final TimeSource time;
  private final ZoneId zone;
  private final Locale language;
  private final GroupCommit<EdgeEvent, Outcome> commits;

  public Intake(
      CentralDatabase database, TimeSource time, Threads threads, ZoneId zone, Locale language) {
    this.database = database;
    this.time = time;
    this.zone = zone;
    this.language = language;
    this.commits = new GroupCommit<>("intake", database, threads, LARGEST_BATCH, this::take);
  }

  /** Takes one event; returns when it is on the disk. */
  Outcome take(EdgeEvent event) throws BusyException {
    return commits.write(event);
  }

  /** Events that wait for the next transaction. */
  public int waiting() {
    return commits.waiting();
  }

  private List<Outcome> take(Handle handle, List<EdgeEvent> batch) {
    database.lockIntake(handle);
    Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
    Map<AtGate, Answered> before = before(handle, batch);
    Map<AtGate, EdgeEvent> fresh = new HashMap<>();
    List<EdgeEvent> merged = new ArrayList<>();
    HistoryBook book = new HistoryBook(new HistoryReader(handle));
    for (EdgeEvent event : batch) {
      Optional<AtGate> key = key(event);
      if (key.isEmpty() || (!before.containsKey(key.get()) && !fresh.containsKey(key.get()))) {
        key.ifPresent(k -> fresh.put(k, event));
        merged.add(event);
      }
    }
    prefetch(book, merged);
    Answers answers = new Answers(zone, language);
    FactTables facts = new FactTables();
    FactMerger merger = new FactMerger(book);
    merged.forEach(event -> merge(event, merger, book, facts, answers));
    new HistoryWriter(handle, now).write(book);
    facts.write(handle, book);
    FactTables.writeAnswers(handle, merged, answers, now);
    return batch.stream().map(event -> outcome(event, before, fresh, answers)).toList();
  }

  private static Map<AtGate, Answered> before(Handle handle, List<EdgeEvent> batch) {
    Map<AtGate, Answered> before = new HashMap<>();
    List<UUID> ids = batch.stream().flatMap(event -> event.eventId().stream()).toList();
    if (!ids.isEmpty()) {
      FactTables.answered(handle, ids).forEach(a -> before.put(new AtGate(a.gate(), a.event()), a));
    }
    return before;
  }

  private static Optional<AtGate> key(EdgeEvent event) {
    return event.eventId().map(id -> new AtGate(event.gateId(), id));
  }

  private static void prefetch(HistoryBook book, List<EdgeEvent> events) {
    Set<UUID> stays = new HashSet<>();
    Set<UUID> passages = new HashSet<>();
    Set<String> plates = new HashSet<>();
    for (EdgeEvent event : events) {
      switch (event.fact()) {
        case Passage fact -> {
          event.eventId().ifPresent(passages::add);
          plates.add(fact.plate().id());
          fact.stay()
              .ifPresent(stay -> {
                stays.add(stay.id());
                if (stay.entryEvent() != null) {
                  passages.add(stay.entryEvent());
                }
              });
        }
        case Correction fact -> passages.add(fact.passage());
        case StayEnded fact -> stays.add(fact.stay());
        case Shift _ -> {}
      }
    }
    book.prefetch(stays, passages, plates);
  }

  private static void merge(
      EdgeEvent event, FactMerger merger, HistoryBook book, FactTables facts, Answers answers) {
    long gate = event.gateId();
    UUID id = event.eventId().orElseGet(UUID::randomUUID);
    switch (event.fact()) {
      case Passage fact -> {
        Optional<Vehicle> inside = fact.entry() ? inside(book, fact) : Optional.empty();
        Vehicle vehicle = merger.passage(gate, id, fact);
        facts.passage(gate, id, fact, vehicle);
        answers.acceptPassage(event, fact, book, id, inside.filter(other -> other != vehicle));
      }
      case Correction fact -> {
        answers.accept(event, merger.correction(gate, id, fact));
        facts.correction(gate, id, fact);
      }
      case StayEnded fact -> {
        answers.accept(event, Optional.of(merger.stayEnded(gate, fact)));
        facts.stayEnded(gate, id, fact);
      }
      case Shift fact -> {
        answers.accept(event, Optional.empty());
        facts.shift(gate, id, fact);
      }
    }
  }

  /** Who came in under this plate before, and has not left. */
  private static Optional<Vehicle> inside(HistoryBook book, Passage entry) {
    return book.ofPlate(entry.plate().id()).stream()
        .filter(v -> v.isInside() && !v.plate().isEmpty())
        .filter(v -> v.entry != null && v.entry.at().isBefore(entry.at()))
        .max(Comparator.comparing(v -> v.entry.at()));
  }

  private static Outcome outcome(
      EdgeEvent event,
      Map<AtGate, Answered> before,
      Map<AtGate, EdgeEvent> fresh,
      Answers answers) {
    Optional<AtGate> key = key(event);
    Answered known = key.map(before::get).orElse(null);
    if (known != null) {
      return known.bodySha256().equals(event.bodySha256())
          ? new Outcome.Repeated(JsonParser.parseString(known.answer()).getAsJsonObject())
          : new Outcome.Clash();
    }
    if (answers.has(event)) {
      return new Outcome.Accepted(answers.of(event));
    }
    EdgeEvent first = fresh.get(key.orElseThrow());
    return first.bodySha256().equals(event.bodySha256())
        ? new Outcome.Repeated(answers.of(first))
        : new Outcome.Clash();
  }

  @Override
  public void close() {
    commits.close();
  }
}
