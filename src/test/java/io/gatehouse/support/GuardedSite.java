package io.gatehouse.support;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.decide.Decision;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.Sureness;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.vote.Proposal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A site whose guard sets every plate right: motorbikes of the invented series 59-P8 and 59-PB,
 * whose fourth character its camera shows so badly that it is always read as an 8.
 */
public final class GuardedSite {

  /** Place of the character that is not seen well. */
  public static final int DOUBTFUL = 3;

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final PassageStore store;
  private final VietnamGrammar grammar = new VietnamGrammar();
  private final NewPassage.Pictures pictures =
      new NewPassage.Pictures(
          jpeg(640, 360, 30), Optional.of(jpeg(90, 60, 200)), jpeg(160, 90, 30));
  private String reader = "test";
  private int vehicles;

  public GuardedSite(PassageStore store) {
    this.store = store;
  }

  /** The reader of what comes from now on. */
  public GuardedSite readBy(String name) {
    reader = name;
    return this;
  }

  /**
   * Days with so many motorbikes each, of which all but every n-th are a B.
   *
   * @param from the first day, 0 for the first of all
   */
  public void days(int from, int days, int vehiclesADay, int eightEvery) throws StoreException {
    for (int day = from; day < from + days; day++) {
      for (int i = 0; i < vehiclesADay; i++) {
        char is = i % eightEvery == 0 ? '8' : 'B';
        passage('8', is, 0.7f, day(day).plus(Duration.ofMinutes(5L * i)));
      }
    }
  }

  public static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }

  /** One motorbike, all of whose characters but one are read surely. */
  public Passage passage(char read, char is, float confidence, Instant at) throws StoreException {
    String serial = "%05d".formatted(Math.floorMod(++vehicles * 7919L, 100_000));
    FrameStamp frame = new FrameStamp(vehicles, at.toEpochMilli() * 1_000_000, at);
    Plate plate = grammar.parse("59P" + read + serial, 2);
    Proposal proposal =
        new Proposal(
            vehicles,
            plate,
            characters(plate.text(), confidence, is == read ? 'B' : is),
            plate.text(),
            Sureness.SURE,
            PlateColour.WHITE,
            frame,
            Optional.of(new Region(560, 430, 150, 90)),
            reader,
            8,
            true,
            at);
    Plate truth = grammar.parse("59P" + is + serial, 2);
    return store.record(
        new NewPassage(
            Decision.letThrough(proposal, truth, "Nguyễn Văn An", at.plusSeconds(2)),
            Direction.IN,
            "Cổng A",
            frame,
            Optional.of(pictures)));
  }

  /** Of one grey, 0 to 255. */
  public static byte[] jpeg(int width, int height, int grey) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Sure of all but {@link #DOUBTFUL}, which may be the other one. */
  public static List<ReadCharacter> characters(String text, float confidence, char other) {
    List<ReadCharacter> characters = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      characters.add(
          i == DOUBTFUL
              ? new ReadCharacter(
                  text.charAt(i),
                  confidence,
                  List.of(new Candidate(other, (1 - confidence) * 0.8f)))
              : new ReadCharacter(text.charAt(i), 0.99f, List.of()));
    }
    return characters;
  }
}
