package io.gatehouse.learn;

import io.gatehouse.decide.AutoGuard;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Learns a site's confusions and its line between sure and doubtful from all but the last days, and
 * scores what it learned on those.
 */
public final class Learner {

  static final int PASSAGES_NEEDED = 50;
  static final int DAYS_NEEDED = 2;

  /** Of the days, the last one in so many is held back. */
  private static final int HELD_BACK_SHARE = 5;

  /** More differences make another vehicle's plate, not a misread one. */
  private static final int MOST_DIFFERENCES = 3;

  /** However bad a site is, what is read this surely may be acted on. */
  private static final float STRICTEST = 0.995f;

  private final PlateGrammar grammar;
  private final Places places;
  private final ZoneId zone;

  /**
   * @param zone says when a day ends
   */
  public Learner(PlateGrammar grammar, ZoneId zone) {
    this.grammar = grammar;
    this.places = new Places(grammar);
    this.zone = zone;
  }

  /**
   * Learns on top of the profile in use, from what was read with it: readings made with another one
   * say nothing about what is still wrong.
   *
   * @param inUse the profile that the kiosk reads with
   * @param number of the new profile
   */
  public Lesson learn(List<LabelledPassage> labelled, SiteProfile inUse, int number, Instant now) {
    NavigableMap<LocalDate, List<LabelledPassage>> days = new TreeMap<>();
    for (LabelledPassage passage : labelled) {
      if (!passage.read().isEmpty() && inUse.marked(passage.reader())) {
        days.computeIfAbsent(
                passage.capturedAt().atZone(zone).toLocalDate(), _ -> new ArrayList<>())
            .add(passage);
      }
    }
    int passages = days.values().stream().mapToInt(List::size).sum();
    if (passages < PASSAGES_NEEDED || days.size() < DAYS_NEEDED) {
      return new Lesson.TooFew(passages, PASSAGES_NEEDED, days.size(), DAYS_NEEDED);
    }
    int heldBackDays = Math.max(1, days.size() / HELD_BACK_SHARE);
    LocalDate firstHeldBack =
        days.navigableKeySet().stream().skip(days.size() - heldBackDays).findFirst().orElseThrow();
    List<LabelledPassage> lesson = flat(days.headMap(firstHeldBack, false));
    List<LabelledPassage> heldBack = flat(days.tailMap(firstHeldBack, true));
    float sureFrom = sureFrom(lesson);
    SiteFactors found = evidence(lesson, sureFrom).factors();
    SiteProfile profile =
        new SiteProfile(number, inUse.number(), now, sureFrom, inUse.factors().times(found));
    // what was read with the factors in use has them already
    SiteProfile onTop = new SiteProfile(number, inUse.number(), now, sureFrom, found);
    return new Lesson.Learned(
        profile,
        lesson.size(),
        days.size() - heldBackDays,
        heldBackDays,
        score(heldBack, new SiteProfile(0, 0, now, inUse.sureFrom(), SiteFactors.NONE)),
        score(heldBack, onTop));
  }

  private static List<LabelledPassage> flat(NavigableMap<LocalDate, List<LabelledPassage>> days) {
    return days.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The line below which readings are doubtful: the product's own, or higher where sure readings
   * turned out wrong and the looks at right ones that it takes to catch them are worth it.
   */
  private static float sureFrom(List<LabelledPassage> lesson) {
    List<Float> lines = new ArrayList<>();
    lines.add(AutoGuard.LEAST_CONFIDENCE);
    for (LabelledPassage passage : lesson) {
      if (passage.corrected() && passage.confidence() >= AutoGuard.LEAST_CONFIDENCE) {
        lines.add(Math.min(Math.nextUp(passage.confidence()), STRICTEST));
      }
    }
    lines.sort(Float::compare);
    float best = AutoGuard.LEAST_CONFIDENCE;
    long least = Long.MAX_VALUE;
    for (float line : lines) {
      long cost = costOfLine(lesson, line);
      if (cost < least) {
        least = cost;
        best = line;
      }
    }
    return best;
  }

  private static long costOfLine(List<LabelledPassage> lesson, float line) {
    long cost = 0;
    for (LabelledPassage passage : lesson) {
      if (passage.confidence() < line) {
        cost++;
      } else if (passage.corrected()) {
        cost += Score.LOOKS_FOR_A_WRONG_ONE;
      }
    }
    return cost;
  }

  private ConfusionEvidence evidence(List<LabelledPassage> lesson, float sureFrom) {
    ConfusionEvidence evidence = new ConfusionEvidence();
    for (LabelledPassage passage : lesson) {
      if (isSamePlate(passage)) {
        addCharacters(passage, sureFrom, evidence);
      }
    }
    return evidence;
  }

  private void addCharacters(LabelledPassage passage, float sureFrom, ConfusionEvidence evidence) {
    Plate plate = grammar.parse(passage.read(), passage.lines());
    for (int i = 0; i < passage.read().length(); i++) {
      ReadCharacter read = passage.characters().get(i);
      if (read.confidence() < sureFrom) {
        Place place = Place.of(places.allowed(plate, passage.read(), i));
        evidence.add(place, read, passage.truth().charAt(i));
      }
    }
  }

  private static boolean isSamePlate(LabelledPassage passage) {
    String read = passage.read();
    String truth = passage.truth();
    if (read.length() != truth.length() || read.length() != passage.characters().size()) {
      return false;
    }
    int differences = 0;
    for (int i = 0; i < read.length(); i++) {
      if (read.charAt(i) != truth.charAt(i)) {
        differences++;
      }
    }
    return differences <= MOST_DIFFERENCES;
  }

  private Score score(List<LabelledPassage> passages, SiteProfile profile) {
    SiteReader reader = new SiteReader(grammar, profile);
    int exact = 0;
    int sure = 0;
    int wrongSure = 0;
    for (LabelledPassage passage : passages) {
      boolean isSure = passage.confidence() >= profile.sureFrom();
      boolean right = text(passage, reader).equals(passage.truth());
      exact += right ? 1 : 0;
      sure += isSure ? 1 : 0;
      wrongSure += isSure && !right ? 1 : 0;
    }
    return new Score(passages.size(), exact, sure, wrongSure);
  }

  private String text(LabelledPassage passage, SiteReader reader) {
    Plate plate = grammar.parse(passage.read(), passage.lines());
    return plate.text().equals(passage.read())
        ? LearnedRecognizer.text(reader.reread(plate, passage.characters()))
        : passage.read();
  }
}
