package io.gatehouse.support;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.Sureness;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts passages into a store, for tests of what shows them. */
public final class Passages {

  private final PassageStore store;
  private final PlateGrammar grammar;
  private long vehicles;

  private Direction direction = Direction.IN;
  private Outcome outcome = Outcome.CONFIRMED;
  private String guard = "Nguyễn Văn An";
  private String read = "";
  private int doubtful = -1;
  private int lines = 2;
  private PlateColour colour = PlateColour.WHITE;
  private Optional<NewPassage.Pictures> pictures = Optional.empty();

  public Passages(PassageStore store, PlateGrammar grammar) {
    this.store = store;
    this.grammar = grammar;
  }

  public Passages going(Direction way) {
    direction = way;
    return this;
  }

  public Passages by(Outcome what) {
    outcome = what;
    return this;
  }

  public Passages guardedBy(String name) {
    guard = name;
    return this;
  }

  /** What the machine read, and which of its characters it was not sure of; -1 for none. */
  public Passages readAs(String text, int unsure) {
    read = text;
    doubtful = unsure;
    return this;
  }

  public Passages on(PlateColour ground, int plateLines) {
    colour = ground;
    lines = plateLines;
    return this;
  }

  public Passages with(NewPassage.Pictures taken) {
    pictures = Optional.of(taken);
    return this;
  }

  /** Stores one; without {@link #readAs} the machine read it right, unless it was typed. */
  public Passage store(String text, Instant at) {
    FrameStamp frame = new FrameStamp(++vehicles, at.toEpochMilli() * 1_000_000, at);
    String seen = !read.isEmpty() || outcome == Outcome.TYPED ? read : text;
    Optional<Proposal> proposal =
        seen.isEmpty() ? Optional.empty() : Optional.of(proposal(seen, frame));
    Plate plate = grammar.parse(text, lines);
    try {
      return store.record(
          new NewPassage(
              new Decision(proposal, outcome, plate, guard, at.plusSeconds(2), ""),
              direction,
              "Cổng A",
              frame,
              pictures));
    } catch (StoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private Proposal proposal(String text, FrameStamp frame) {
    Plate plate = grammar.parse(text, lines);
    List<ReadCharacter> characters = new ArrayList<>();
    for (int i = 0; i < plate.text().length(); i++) {
      boolean unsure = i == doubtful;
      characters.add(
          new ReadCharacter(
              plate.text().charAt(i),
              unsure ? 0.61f : 0.98f,
              unsure ? List.of(new Candidate('A', 0.2f), new Candidate('6', 0.1f)) : List.of()));
    }
    return new Proposal(
        vehicles,
        plate,
        characters,
        text,
        Sureness.SURE,
        colour,
        frame,
        Optional.of(new Region(560, 430, 150, 90)),
        "test",
        8,
        true,
        frame.capturedAt().minusSeconds(2));
  }
}
