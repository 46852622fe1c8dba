package io.gatehouse.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.GuardedSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ConfusionPropertyTest {

  private static final double TINY = 1e-9;

  private final VietnamGrammar grammar = new VietnamGrammar();

  /** A character as read, and what the guard made of it. */
  record Case(ReadCharacter read, char is) {}

  @Property
  void theTableAndEveryBeliefAreProbabilities(@ForAll Place place, @ForAll("cases") Case seen) {
    Assume.that(place.holds(seen.read().value()));

    assertProbabilities(place, ConfusionTable.of(place, seen.read().value()));
    assertProbabilities(place, Belief.of(place, seen.read()));
  }

  @Property
  void whatTheGuardFoundAndWhatTheReaderBelievedSumToOne(
      @ForAll Place place,
      @ForAll @Size(max = 30) List<@From("cases") Case> seen,
      @ForAll("characters") char read) {
    Assume.that(place.holds(read));
    ConfusionEvidence evidence = evidence(place, seen);

    double found = 0;
    double believed = 0;
    for (char is : place.characters().toCharArray()) {
      Confusion confusion = new Confusion(place, read, is);
      assertThat(evidence.found(confusion)).isPositive();
      found += evidence.found(confusion);
      believed += evidence.believed(confusion);
    }

    assertThat(found).isCloseTo(1, within(TINY));
    assertThat(believed).isCloseTo(1, within(TINY));
  }

  @Property
  void moreEvidenceMovesFurther(
      @ForAll("cases") Case seen, @ForAll @IntRange(min = 1, max = 40) int times) {
    Assume.that(Belief.of(Place.EITHER, seen.read()).get(seen.is()) < 0.95);
    Confusion confusion = new Confusion(Place.EITHER, seen.read().value(), seen.is());
    ConfusionEvidence less = new ConfusionEvidence();
    ConfusionEvidence more = new ConfusionEvidence();
    for (int i = 0; i < times; i++) {
      less.add(Place.EITHER, seen.read(), seen.is());
      more.add(Place.EITHER, seen.read(), seen.is());
    }
    more.add(Place.EITHER, seen.read(), seen.is());

    assertThat(more.found(confusion)).isGreaterThan(less.found(confusion));
    assertThat(less.found(confusion)).isGreaterThan(new ConfusionEvidence().found(confusion));
    assertThat(ratio(more, confusion)).isGreaterThan(1);
  }

  /** Of a reader whose beliefs come true as often as it says, nothing is to be learned. */
  @Property
  void anHonestReaderIsLeftAsItIs(
      @ForAll @IntRange(min = 1, max = 9) int eights, @ForAll @IntRange(min = 1, max = 20) int of) {
    ReadCharacter read =
        new ReadCharacter('8', eights / 10f, List.of(new Candidate('B', 1 - eights / 10f)));
    ConfusionEvidence evidence = new ConfusionEvidence();
    for (int i = 0; i < 10 * of; i++) {
      evidence.add(Place.EITHER, read, i % 10 < eights ? '8' : 'B');
    }

    assertThat(evidence.factors().asMap()).isEmpty();
  }

  @Property
  void noCharacterBecomesSurerAndSureOnesStay(
      @ForAll @Size(max = 40) List<@From("cases") Case> seen,
      @ForAll @FloatRange(min = 0.5f, max = 1) float confidence) {
    SiteProfile profile =
        new SiteProfile(1, 0, Instant.EPOCH, 0.8f, evidence(Place.EITHER, seen).factors());
    Plate plate = grammar.parse("59P812345", 2);
    List<ReadCharacter> read = GuardedSite.characters(plate.text(), confidence, 'B');

    List<ReadCharacter> reread = new SiteReader(grammar, profile).reread(plate, read);

    assertThat(reread).hasSameSizeAs(read);
    for (int i = 0; i < read.size(); i++) {
      assertThat(reread.get(i).confidence()).isLessThanOrEqualTo(read.get(i).confidence());
      if (read.get(i).confidence() >= 0.8f) {
        assertThat(reread.get(i)).isEqualTo(read.get(i));
      }
      for (Candidate other : reread.get(i).alternatives()) {
        assertThat(other.confidence()).isLessThanOrEqualTo(reread.get(i).confidence());
        assertThat(other.value()).isNotEqualTo(reread.get(i).value());
      }
    }
    assertThat(grammar.parse(LearnedRecognizer.text(reread), 2).kind()).isEqualTo(plate.kind());
  }

  @Property
  void aProfileIsReadBackAsItWasWritten(
      @ForAll @Size(max = 30) List<@From("cases") Case> seen,
      @ForAll @FloatRange(max = 1) float sureFrom) {
    SiteProfile profile =
        new SiteProfile(
            7,
            3,
            Instant.parse("2026-03-02T01:00:00Z"),
            sureFrom,
            evidence(Place.EITHER, seen).factors());
    ProfileForm form = new ProfileForm();

    assertThat(form.read(form.write(profile))).isEqualTo(profile);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().with(Place.EITHER.characters().toCharArray());
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Float> shares = Arbitraries.floats().between(0, 1);
    return Combinators.combine(characters(), characters(), characters(), shares, shares)
        .as((value, other, is, sure, rest) ->
            new Case(
                new ReadCharacter(
                    value,
                    sure,
                    other.equals(value)
                        ? List.of()
                        : List.of(new Candidate(other, (1 - sure) * rest))),
                is));
  }

  private static ConfusionEvidence evidence(Place place, List<Case> seen) {
    ConfusionEvidence evidence = new ConfusionEvidence();
    seen.forEach(one -> evidence.add(place, one.read(), one.is()));
    return evidence;
  }

  private static double ratio(ConfusionEvidence evidence, Confusion confusion) {
    return evidence.found(confusion) / evidence.believed(confusion);
  }

  private static void assertProbabilities(Place place, Map<Character, Double> shares) {
    assertThat(shares).hasSize(place.characters().length());
    assertThat(shares.values()).allMatch(share -> share >= 0);
    assertThat(shares.values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(TINY));
  }
}
