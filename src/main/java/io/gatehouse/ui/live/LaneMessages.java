package io.gatehouse.ui.live;

import io.gatehouse.barrier.BarrierStatus.Tally;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.decide.Outcome;
import io.gatehouse.lane.LaneNotice;
import io.gatehouse.lane.LaneState;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is to be said over the lane's picture, most urgent last, nearest to the thumb. */
final class LaneMessages {

  private static final Duration OUTCOME_SHOWN = Duration.ofSeconds(6);
  private static final Duration MORE_SHOWN = Duration.ofSeconds(12);

  private final ScreenTools tools;
  private final ReadOnlyObjectWrapper<List<Strip>> strips = new ReadOnlyObjectWrapper<>(List.of());
  private Optional<LaneState> state = Optional.empty();
  private Optional<Strip> outcome = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private Optional<Strip> more = Optional.empty();
  private long outcomeNanos;
  private long moreNanos;
  private long lostNanos;

  private record Failure(KnownFailure known, ErrorCode code) {}

  LaneMessages(ScreenTools tools) {
    this.tools = tools;
  }

  ReadOnlyObjectProperty<List<Strip>> stripsProperty() {
    return strips.getReadOnlyProperty();
  }

  void show(LaneState next) {
    boolean wasLost = state.filter(s -> s.camera().phase() == Phase.RECONNECTING).isPresent();
    boolean isLost = next.camera().phase() == Phase.RECONNECTING;
    if (isLost && !wasLost) {
      lostNanos = tools.context().time().nanos();
      tools.tones().warning();
    }
    boolean newNotice =
        next.notice().isPresent() && !state.flatMap(LaneState::notice).equals(next.notice());
    if (newNotice) {
      tools.tones().warning();
    }
    if (state.isPresent()) {
      noteOutcome(state.get(), next);
      noteMore(state.get().barrier().tally(), next.barrier().tally());
    }
    state = Optional.of(next);
    say();
  }

  /** A decision failed; said until it is taken down, or until the next one succeeds. */
  void failed(KnownFailure known, ErrorCode code) {
    failure = Optional.of(new Failure(known, code));
    say();
  }

  /** The barrier moved though no vehicle passed. */
  void movedByHand(String words) {
    happened(new Strip(Strip.Tone.GOOD, words, "", false));
    say();
  }

  private void happened(Strip strip) {
    outcome = Optional.of(strip);
    outcomeNanos = tools.context().time().nanos();
    failure = Optional.empty();
  }

  void dismiss() {
    failure = Optional.empty();
    say();
  }

  void tick() {
    long now = tools.context().time().nanos();
    if (now - outcomeNanos >= OUTCOME_SHOWN.toNanos()) {
      outcome = Optional.empty();
    }
    if (now - moreNanos >= MORE_SHOWN.toNanos()) {
      more = Optional.empty();
    }
    say();
  }

  /** Somebody may have slipped through: said for a while, whatever else happens meanwhile. */
  private void noteMore(Tally before, Tally now) {
    if (now.isMore() && !now.equals(before)) {
      Texts texts = tools.texts();
      String title = texts.get("live.barrier.more", now.vehicles(), now.openings());
      String text = texts.get("live.barrier.more.text");
      more = Optional.of(new Strip(Strip.Tone.WARNING, title, text, false));
      moreNanos = tools.context().time().nanos();
    }
  }

  private void noteOutcome(LaneState before, LaneState next) {
    Optional<UUID> last = before.recent().stream().findFirst().map(Passage::id);
    Optional<Passage> now = next.recent().stream().findFirst();
    if (now.isPresent() && !now.map(Passage::id).equals(last)) {
      happened(outcomeStrip(now.get()));
    }
  }

  private void say() {
    List<Strip> said = new ArrayList<>();
    state.flatMap(s -> cameraStrip(s.camera())).ifPresent(said::add);
    more.ifPresent(said::add);
    outcome.filter(strip -> !isStuck()).ifPresent(said::add);
    state.filter(s -> s.barrier().closes()).flatMap(this::heldStrip).ifPresent(said::add);
    Optional<LaneNotice> notice = state.flatMap(LaneState::notice);
    if (notice.isPresent()) {
      KnownFailure known = known(notice.get().kind());
      said.add(failureStrip(known, known.code()));
    } else {
      failure.map(f -> failureStrip(f.known(), f.code())).ifPresent(said::add);
    }
    if (!said.equals(strips.get())) {
      strips.set(List.copyOf(said));
    }
  }

  private Optional<Strip> cameraStrip(CameraStatus camera) {
    Texts texts = tools.texts();
    return switch (camera.phase()) {
      case LIVE -> Optional.empty();
      case CONNECTING, ENDED ->
          Optional.of(new Strip(Strip.Tone.NEUTRAL, texts.of(camera.phase()), "", false));
      case LOADING ->
          Optional.of(
              new Strip(
                  Strip.Tone.NEUTRAL,
                  texts.of(camera.phase()),
                  texts.get("status.camera.loading.meaning"),
                  false));
      case RECONNECTING -> Optional.of(lostStrip(camera));
    };
  }

  private Strip lostStrip(CameraStatus camera) {
    Texts texts = tools.texts();
    KnownFailure known =
        camera.fault().map(CameraFault::failure).orElse(KnownFailure.CAMERA_FAILED);
    Duration lost = Duration.ofNanos(tools.context().time().nanos() - lostNanos);
    String since = texts.get("live.lostFor", tools.formats().duration(lost), camera.reconnects());
    return new Strip(
        Strip.Tone.BAD,
        texts.of(known) + " · " + since,
        texts.remedy(known) + "  " + known.code().text(),
        false);
  }

  /** Why a boom that is lowered by command stays up. */
  private Optional<Strip> heldStrip(LaneState lane) {
    return switch (lane.barrier().loop()) {
      case OCCUPIED ->
          Optional.of(
              new Strip(Strip.Tone.NEUTRAL, tools.texts().get("live.barrier.held"), "", false));
      case UNKNOWN ->
          Optional.of(
              new Strip(
                  Strip.Tone.WARNING,
                  tools.texts().get("live.barrier.loop"),
                  tools.texts().get("live.barrier.loop.remedy"),
                  false));
      case FREE, NONE -> Optional.empty();
    };
  }

  /** What is said of an opening is not true of a barrier that says that it does not open. */
  private boolean isStuck() {
    return state
        .flatMap(LaneState::notice)
        .filter(n -> n.kind() == LaneNotice.Kind.BARRIER_FAILED)
        .isPresent();
  }

  private Strip outcomeStrip(Passage passage) {
    Texts texts = tools.texts();
    String plate = passage.display().isEmpty() ? texts.get("live.noPlate") : passage.display();
    return passage.outcome() == Outcome.REJECTED
        ? new Strip(Strip.Tone.NEUTRAL, texts.get("live.rejected", plate), "", false)
        : new Strip(Strip.Tone.GOOD, texts.get("live.open", plate), "", false);
  }

  private Strip failureStrip(KnownFailure known, ErrorCode code) {
    boolean mild =
        known == KnownFailure.STORE_RECOVERED
            || known == KnownFailure.DISK_FULL
            || known == KnownFailure.RECOGNITION_FAILED;
    return new Strip(
        mild ? Strip.Tone.WARNING : Strip.Tone.BAD,
        tools.texts().of(known),
        tools.texts().remedy(known) + "  " + code.text(),
        true);
  }

  private static KnownFailure known(LaneNotice.Kind kind) {
    return switch (kind) {
      case STORE_FAILED -> KnownFailure.STORE_FAILED;
      case BARRIER_FAILED -> KnownFailure.BARRIER_FAILED;
      case RECOGNITION_FAILED -> KnownFailure.RECOGNITION_FAILED;
      case STORE_RECOVERED -> KnownFailure.STORE_RECOVERED;
      case PICTURES_DROPPED -> KnownFailure.DISK_FULL;
    };
  }
}
