package io.gatehouse.vote;

import static io.gatehouse.support.Readings.PLACE;
import static io.gatehouse.support.Readings.doubtful;
import static io.gatehouse.support.Readings.reading;
import static io.gatehouse.support.Readings.unsure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.Sureness;
import io.gatehouse.support.CarGrammar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CharacterVoteTest {

  private static final Region SMALL = new Region(500, 400, 40, 10);

  @Test
  void oneReadingCountsAsItIs() {
    VotedPlate voted = vote(doubtful("29A12345", 0.98, 5, 0.7, new Candidate('8', 0.25f)));

    assertThat(voted.text()).isEqualTo("29A12345");
    assertThat(voted.confidence()).isCloseTo(0.7f, within(0.01f));
    assertThat(voted.characters().get(5).alternatives().getFirst().value()).isEqualTo('8');
  }

  @Test
  void agreeingReadingsAreSurerThanEachAndDisagreeingOnesLess() {
    float one = vote(reading("29A12345", PLACE, 0.9)).confidence();
    float agreeing =
        vote(reading("29A12345", PLACE, 0.9), reading("29A12345", PLACE, 0.9)).confidence();
    float disagreeing =
        vote(reading("29A12345", PLACE, 0.9), reading("29A12845", PLACE, 0.85)).confidence();

    assertThat(agreeing).isGreaterThan(one);
    assertThat(disagreeing).isLessThan(one);
  }

  @Test
  void carOnTwoLinesStaysTheCarThatTheReaderSaw() {
    PlateGrammar grammar = new VietnamGrammar();
    PlateReading bare = reading("30K54321", PLACE, 0.9, 2);
    PlateReading split =
        new PlateReading(
            bare.box(),
            "30K 54321",
            bare.characters(),
            grammar.parse("30K\n54321", 2),
            bare.colour(),
            bare.reader());
    CharacterVote vote = new CharacterVote(grammar);

    vote.add(split, stamp(0));

    assertThat(vote.result().orElseThrow().plate()).isEqualTo(split.plate());
    assertThat(split.plate().kind()).isEqualTo(PlateKind.CAR);
  }

  @Test
  void oneSureMisreadIsOutvotedAtItsPlaceOnly() {
    VotedPlate voted =
        vote(
            reading("29A12345", PLACE, 0.9),
            reading("29A12345", PLACE, 0.9),
            reading("29A12845", PLACE, 0.999));

    assertThat(voted.text()).isEqualTo("29A12345");
    assertThat(voted.agreeing()).isEqualTo(2);
    assertThat(voted.characters().get(5).alternatives())
        .extracting(Candidate::value)
        .containsExactly('8');
  }

  @Test
  void differentMisreadsOfTheSamePlateAddUpToATextThatNobodyRead() {
    VotedPlate voted =
        vote(
            doubtful("Z9A12345", 0.95, 0, 0.5, new Candidate('2', 0.45f)),
            doubtful("29A12845", 0.95, 5, 0.5, new Candidate('3', 0.45f)),
            doubtful("29A1234S", 0.95, 7, 0.5, new Candidate('5', 0.45f)));

    assertThat(voted.text()).isEqualTo("29A12345");
    assertThat(voted.agreeing()).isZero();
  }

  @Test
  void readingsThatLostACharacterHelpWithoutShiftingTheOthers() {
    VotedPlate voted =
        vote(
            reading("29A12345", PLACE, 0.8),
            reading("29A12345", PLACE, 0.8),
            reading("9A12345", PLACE, 0.9),
            reading("29A1345", PLACE, 0.9));

    assertThat(voted.text()).isEqualTo("29A12345");
  }

  @Test
  void textOfAKnownFormatWinsAgainstOneOfNone() {
    VotedPlate voted = vote(reading("29A12345", PLACE, 0.8), reading("Z9AI2345", PLACE, 0.85));

    assertThat(voted.text()).isEqualTo("29A12345");
    assertThat(voted.plate().kind()).isEqualTo(PlateKind.CAR);
  }

  @Test
  void nearPlateCountsMoreThanTheFarOne() {
    VotedPlate voted = vote(reading("29A12845", SMALL, 0.92), reading("29A12345", PLACE, 0.9));

    assertThat(voted.text()).isEqualTo("29A12345");
  }

  @Test
  void sureReadingIsNotCrowdedOutByTheManyThatNobodyConfirmed() {
    Region nearer = new Region(500, 400, 170, 43);
    PlateReading[] readings = new PlateReading[60];
    Arrays.fill(readings, unsure(reading("29A12345", nearer, 0.97)));
    readings[0] = reading("29A12345", PLACE, 0.97);

    assertThat(vote(readings).sureness()).isEqualTo(Sureness.SURE);
  }

  @Test
  void linesAreVotedOnToo() {
    VotedPlate voted =
        vote(
            reading("29A12345", PLACE, 0.9, 2),
            reading("29A12345", PLACE, 0.9, 1),
            reading("29A12345", PLACE, 0.9, 2));

    assertThat(voted.plate().lines()).isEqualTo(2);
  }

  @Property(tries = 200)
  void orderOfTheFramesDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    List<PlateReading> readings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      readings.add(noisy("29A12345", random, 0.15));
    }
    List<FrameStamp> stamps = new ArrayList<>();
    readings.forEach(r -> stamps.add(stamp(stamps.size())));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      order.add(i);
    }
    VotedPlate inOrder = vote(readings, stamps, order);
    Collections.shuffle(order, random);

    assertThat(vote(readings, stamps, order).text()).isEqualTo(inOrder.text());
    assertThat(vote(readings, stamps, order).confidence())
        .isCloseTo(inOrder.confidence(), within(1e-4f));
  }

  @Property(tries = 200)
  void tenNoisyFramesGiveTheTruth(@ForAll long seed) {
    Random random = new Random(seed);
    List<PlateReading> readings = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      readings.add(noisy("29A12345", random, 0.1));
    }

    assertThat(vote(readings.toArray(PlateReading[]::new)).text()).isEqualTo("29A12345");
  }

  /** Characters are misread at the given rate, and the reader is less sure of those. */
  private static PlateReading noisy(String truth, Random random, double rate) {
    PlateReading reading = reading(truth, PLACE, 0.75 + 0.24 * random.nextDouble());
    int place = random.nextInt(truth.length());
    if (random.nextDouble() < rate * truth.length()) {
      char other = "0123456789ABCDEFGH".charAt(random.nextInt(18));
      String text = truth.substring(0, place) + other + truth.substring(place + 1);
      reading = doubtful(text, 0.9, place, 0.4 + 0.3 * random.nextDouble());
    }
    return reading;
  }

  private static VotedPlate vote(PlateReading... readings) {
    CharacterVote vote = new CharacterVote(new CarGrammar());
    for (int i = 0; i < readings.length; i++) {
      vote.add(readings[i], stamp(i));
    }
    return vote.result().orElseThrow();
  }

  private static VotedPlate vote(
      List<PlateReading> readings, List<FrameStamp> stamps, List<Integer> order) {
    CharacterVote vote = new CharacterVote(new CarGrammar());
    order.forEach(i -> vote.add(readings.get(i), stamps.get(i)));
    return vote.result().orElseThrow();
  }

  private static FrameStamp stamp(int i) {
    return new FrameStamp(i, i * 100_000_000L, Instant.EPOCH.plusMillis(100L * i));
  }
}
