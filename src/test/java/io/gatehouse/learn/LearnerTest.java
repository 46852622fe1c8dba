package io.gatehouse.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.decide.Outcome;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.GuardedSite;
import io.gatehouse.support.Passages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerTest {

  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  private final FakePassageStore store = new FakePassageStore();
  private final GuardedSite site = new GuardedSite(store);
  private final VietnamGrammar grammar = new VietnamGrammar();
  private final Learner learner = new Learner(grammar, ZoneOffset.UTC);

  @Test
  void aSiteWhoseEightsAreBsIsLearned() throws StoreException {
    site.days(0, 10, 8, 5);

    Lesson.Learned lesson = learned(SiteProfile.AS_DELIVERED);

    assertThat(lesson.learnedDays()).isEqualTo(8);
    assertThat(lesson.heldBackDays()).isEqualTo(2);
    assertThat(lesson.learnedFrom()).isEqualTo(64);
    assertThat(lesson.now()).isEqualTo(new Score(16, 4, 0, 0));
    assertThat(lesson.learned()).isEqualTo(new Score(16, 12, 0, 0));
    assertThat(lesson.better()).isTrue();
  }

  @Test
  void oneDayAtLeastIsHeldBack() throws StoreException {
    site.days(0, 2, 40, 5);

    assertThat(learned(SiteProfile.AS_DELIVERED).heldBackDays()).isEqualTo(1);
  }

  @Test
  void aReaderThatIsRightIsNotChanged() throws StoreException {
    site.days(0, 10, 8, 1);

    Lesson.Learned lesson = learned(SiteProfile.AS_DELIVERED);

    assertThat(lesson.now().exact()).isEqualTo(16);
    assertThat(lesson.better()).isFalse();
  }

  @Test
  void whatHeldInTheFirstDaysButNotInTheLastOnesIsNotBetter() throws StoreException {
    site.days(0, 8, 8, 5);
    site.days(8, 2, 8, 1);

    Lesson.Learned lesson = learned(SiteProfile.AS_DELIVERED);

    assertThat(lesson.now().exact()).isEqualTo(16);
    assertThat(lesson.learned().exact()).isZero();
    assertThat(lesson.better()).isFalse();
  }

  @Test
  void tooFewPassagesAreCounted() throws StoreException {
    site.days(0, 6, 8, 5);

    assertThat(learn(SiteProfile.AS_DELIVERED)).isEqualTo(new Lesson.TooFew(48, 50, 6, 2));
  }

  @Test
  void oneDayIsTooFew() throws StoreException {
    site.days(0, 1, 60, 5);

    assertThat(learn(SiteProfile.AS_DELIVERED)).isEqualTo(new Lesson.TooFew(60, 50, 1, 2));
  }

  @Test
  void whatWasReadWithAnotherProfileIsNoEvidence() throws StoreException {
    site.days(0, 10, 8, 5);
    SiteProfile second = new SiteProfile(2, 1, NOW, 0.8f, SiteFactors.NONE);
    site.readBy("test+site-1").days(10, 10, 8, 5);

    assertThat(learn(second)).isEqualTo(new Lesson.TooFew(0, 50, 0, 2));

    site.readBy(second.mark("test")).days(20, 10, 8, 5);

    assertThat(learned(second).learnedFrom()).isEqualTo(64);
  }

  @Test
  void learningAgainBuildsOnWhatWasLearned() throws StoreException {
    site.days(0, 10, 8, 5);
    SiteProfile first = learned(SiteProfile.AS_DELIVERED).profile();
    // it still reads eights, and most still are Bs
    site.readBy(first.mark("test")).days(10, 10, 8, 5);

    SiteProfile second = learned(first).profile();

    Confusion confusion = new Confusion(Place.EITHER, '8', 'B');
    assertThat(second.before()).isEqualTo(first.number());
    assertThat(second.factors().of(confusion)).isGreaterThan(first.factors().of(confusion));
  }

  @Test
  void sureReadingsThatAreOftenWrongRaiseTheLine() throws StoreException {
    for (int day = 0; day < 10; day++) {
      for (int i = 0; i < 10; i++) {
        Instant at = GuardedSite.day(day).plus(Duration.ofMinutes(i));
        site.passage('8', i < 2 ? 'B' : '8', i < 2 ? 0.85f : 0.95f, at);
      }
    }

    Lesson.Learned lesson = learned(SiteProfile.AS_DELIVERED);

    assertThat(lesson.profile().sureFrom()).isBetween(0.85f, 0.95f);
    assertThat(lesson.now().wrongSure()).isEqualTo(4);
    assertThat(lesson.learned().wrongSure()).isZero();
    assertThat(lesson.learned().sure()).isEqualTo(16);
    assertThat(lesson.better()).isTrue();
  }

  @Test
  void askingTheGuardAboutEverythingIsNotBetter() {
    assertThat(new Score(100, 99, 40, 0).betterThan(new Score(100, 99, 100, 1))).isFalse();
    assertThat(new Score(100, 99, 90, 0).betterThan(new Score(100, 99, 100, 1))).isTrue();
    assertThat(new Score(100, 98, 100, 0).betterThan(new Score(100, 99, 100, 1))).isFalse();
    assertThat(new Score(100, 99, 100, 1).betterThan(new Score(100, 99, 100, 1))).isFalse();
  }

  @Test
  void anotherVehiclesPlateSaysNothingAboutConfusions() throws StoreException {
    site.days(0, 10, 8, 1);
    for (Passage passage : List.copyOf(stored())) {
      store.correct(passage.id(), grammar.parse("29A54321", 2), "An", NOW);
    }

    assertThat(learned(SiteProfile.AS_DELIVERED).profile().factors().asMap()).isEmpty();
  }

  @Test
  void whatTheMachineDecidedAloneIsALabelOnlyWhenItWasCorrected() throws StoreException {
    site.days(0, 10, 8, 1);
    int guarded = new LabelledPassages(store).all().size();
    Passages alone = new Passages(store, grammar).by(Outcome.AUTOMATIC);
    alone.store("59P112345", NOW);
    Passage wrong = alone.store("59P112346", NOW.plusSeconds(60));
    store.correct(wrong.id(), grammar.parse("59P112348", 2), "An", NOW.plusSeconds(90));

    assertThat(new LabelledPassages(store).all())
        .hasSize(guarded + 1)
        .last()
        .extracting(LabelledPassage::read, LabelledPassage::truth)
        .containsExactly("59P112346", "59P112348");
  }

  private List<Passage> stored() throws StoreException {
    return store.search(PassageQuery.newest(500)).passages();
  }

  private Lesson.Learned learned(SiteProfile inUse) throws StoreException {
    return (Lesson.Learned) learn(inUse);
  }

  private Lesson learn(SiteProfile inUse) throws StoreException {
    return learner.learn(new LabelledPassages(store).all(), inUse, inUse.number() + 1, NOW);
  }
}
