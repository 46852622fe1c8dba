package io.gatehouse.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PictureSize;
import io.gatehouse.support.FakeGrammar;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.Passages;
import io.gatehouse.support.QueuedWork;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureLoaderTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:41:12Z");

  private final FakePassageStore store = new FakePassageStore();
  private final Passages passages = new Passages(store, new FakeGrammar());
  private final QueuedWork background = new QueuedWork();
  private final List<String> shown = new ArrayList<>();
  private final PictureLoader<String> loader =
      new PictureLoader<>(
          store,
          bytes -> Optional.of(new String(bytes, StandardCharsets.UTF_8)),
          2,
          background,
          Runnable::run);

  @Test
  void lastWantedComesFirst() {
    want(pictured("A"));
    want(pictured("B"));
    background.runAll();

    assertThat(shown).containsExactly("B", "A");
  }

  @Test
  void cancelledRequestIsNotEvenRead() {
    PictureLoader<String>.Request gone = want(pictured("A"));
    want(pictured("B"));
    gone.cancel();
    background.runAll();

    assertThat(shown).containsExactly("B");
    assertThat(store.picturesRead()).isEqualTo(1);
  }

  @Test
  void keptPictureIsThereAtOnceAndTheOldestGoes() {
    Passage a = pictured("A");
    for (Passage passage : List.of(a, pictured("B"), a, pictured("C"))) {
      want(passage);
      background.runAll();
    }
    want(a);
    assertThat(shown).containsExactly("A", "B", "A", "C", "A");
    assertThat(store.picturesRead()).isEqualTo(3);
  }

  @Test
  void missingPictureIsSaidAndNotReadAgain() {
    Passage bare = passages.store("59P168480", NOW);
    want(bare);
    background.runAll();
    want(bare);

    assertThat(shown).containsExactly("none", "none");
    assertThat(store.picturesRead()).isEqualTo(1);
  }

  @Test
  void pictureThatCouldNotBeReadIsReadAgainNextTime() {
    Passage passage = pictured("A");
    store.breakDown("busy");
    want(passage);
    background.runAll();
    store.mend();
    want(passage);
    background.runAll();

    assertThat(shown).containsExactly("none", "A");
  }

  private PictureLoader<String>.Request want(Passage passage) {
    return loader.request(
        passage.id(), PictureSize.THUMBNAIL, picture -> shown.add(picture.orElse("none")));
  }

  private Passage pictured(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return passages
        .with(new NewPassage.Pictures(bytes, Optional.empty(), bytes))
        .store("59P1", NOW);
  }
}
