package io.gatehouse.support;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.VietnamGrammar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The vehicles of a town: four of five are motorbikes, and many have the same few series. */
public final class Fleet {

  private static final List<String> SERIES =
      List.of("59P1", "59P2", "59X3", "59C1", "59T2", "50E1", "61B1", "29B1", "36B5", "77G1");
  private static final String LETTERS = "ABCDEFGHKLMNPSTUVXYZ";

  private final VietnamGrammar grammar = new VietnamGrammar();
  private final List<String> texts;

  public Fleet(int vehicles, long seed) {
    Random random = new Random(seed);
    Set<String> made = new LinkedHashSet<>();
    while (made.size() < vehicles) {
      made.add(text(random));
    }
    texts = List.copyOf(made);
  }

  private static String text(Random random) {
    String serial = "%05d".formatted(random.nextInt(100_000));
    int of100 = random.nextInt(100);
    if (of100 < 1) {
      return "29MĐ1" + serial;
    }
    if (of100 < 50) {
      return SERIES.get(random.nextInt(SERIES.size())) + serial;
    }
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    return of100 < 80 ? "59" + letter + (1 + random.nextInt(9)) + serial : "51" + letter + serial;
  }

  public int size() {
    return texts.size();
  }

  public Plate plate(int number) {
    return grammar.parse(texts.get(number), 0);
  }

  /** Some come daily, most seldom. */
  public Plate any(Random random) {
    double u = random.nextDouble();
    return plate((int) (u * u * texts.size()));
  }
}
