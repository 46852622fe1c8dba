package io.gatehouse.store;

import io.gatehouse.common.TimeSource;
import io.gatehouse.store.RetentionRows.Old;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/**
 * Removes what has grown old, a few rows at a time, so that a vehicle never waits for it. What is
 * on hold stays; so do the entries of vehicles that are inside, and what a central server has not
 * got. Reasons: docs/decisions/0007-retention.md. Used by one thread.
 */
public final class Retention {

  /** With their pictures that is about what two passages take to be stored. */
  private static final int ROWS_A_STEP = 10;

  private static final int ROWS_LOOKED_AT = 500;

  /** On a full disk the pictures of the last day stay: they are the ones that are asked for. */
  private static final Duration KEPT_ON_A_FULL_DISK = Duration.ofDays(1);

  /**
   * What a step did.
   *
   * @param pictures removed
   * @param passages removed, with what hung on them
   * @param end whether nothing is left to look at
   */
  public record Step(int pictures, int passages, boolean end) {

    static final Step NOTHING = new Step(0, 0, false);
    static final Step END = new Step(0, 0, true);

    /** Whether anything was removed. */
    public boolean removed() {
      return pictures > 0 || passages > 0;
    }
  }

  /** One walk through what may have grown old. */
  @FunctionalInterface
  public interface Sweep {

    /**
     * Goes on a little; whoever calls should rest between two steps.
     *
     * @throws StoreException when rows could not be read or removed; none of this step are then
     */
    Step step() throws StoreException;
  }

  private final Database database;
  private final CommitPath commits;
  private final H2InsightStore insight;
  private final PlateEnds ends;
  private final RetentionClock clock;

  Retention(
      Database database,
      CommitPath commits,
      H2InsightStore insight,
      PlateEnds ends,
      TimeSource time) {
    this.database = database;
    this.commits = commits;
    this.insight = insight;
    this.ends = ends;
    this.clock = new RetentionClock(time);
  }

  /** Begins a walk: first the old pictures, then the old passages. */
  public Sweep sweep(RetentionPolicy policy) throws StoreException {
    Instant reference = reference();
    Instant pictures = reference.minus(Duration.ofDays(policy.pictureDays()));
    Instant passages = reference.minus(Duration.ofDays(policy.passageDays()));
    commits.change(rows -> RetentionRows.removeEvents(rows.handle(), passages, policy.syncs()));
    RetentionWalk first =
        new RetentionWalk(
            new OldPictures(firstYoung(pictures, reference), pictures, policy.syncs(), true),
            pictures,
            ROWS_A_STEP);
    RetentionWalk second =
        new RetentionWalk(
            new OldPassages(firstYoung(passages, reference), passages, policy),
            passages,
            ROWS_A_STEP);
    return () -> {
      if (first.done()) {
        return second.step();
      }
      Step step = first.step();
      return new Step(step.pictures(), step.passages(), false);
    };
  }

  /**
   * Begins a walk for a full disk: the oldest pictures, be their vehicles inside or not, be they
   * synced or not. Those on hold stay, and so do all passages.
   */
  public Sweep sweepFullDisk() throws StoreException {
    Instant reference = reference();
    Instant horizon = reference.minus(KEPT_ON_A_FULL_DISK);
    RetentionWalk walk =
        new RetentionWalk(
            new OldPictures(firstYoung(horizon, reference), horizon, false, false),
            horizon,
            ROWS_A_STEP);
    return walk::step;
  }

  private Instant reference() throws StoreException {
    AtomicReference<Instant> reference = new AtomicReference<>();
    commits.change(rows -> reference.set(clock.reference(rows.handle())));
    return reference.get();
  }

  private long firstYoung(Instant horizon, Instant reference) throws StoreException {
    return read(handle -> RetentionRows.firstYoung(handle, horizon, reference));
  }

  private List<Old> after(long no, long before) throws StoreException {
    return read(handle -> RetentionRows.after(handle, no, before, ROWS_LOOKED_AT));
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException e) {
      throw new StoreException(
          "What has grown old could not be found: " + DatabaseFaults.firstLine(e), e);
    }
  }

  private static List<Long> numbers(List<Old> old) {
    return old.stream().map(Old::no).toList();
  }

  private final class OldPictures implements RetentionWalk.Ground {

    private final long firstYoung;
    private final Instant horizon;
    private final boolean syncs;
    private final boolean keepsNeeded;

    /**
     * @param keepsNeeded whether what is still needed stays
     */
    OldPictures(long firstYoung, Instant horizon, boolean syncs, boolean keepsNeeded) {
      this.firstYoung = firstYoung;
      this.horizon = horizon;
      this.syncs = syncs;
      this.keepsNeeded = keepsNeeded;
    }

    @Override
    public List<Old> after(long no) throws StoreException {
      return Retention.this.after(no, firstYoung);
    }

    @Override
    public List<Old> worthwhile(List<Old> old) throws StoreException {
      Set<Long> with =
          new HashSet<>(read(handle -> RetentionRows.withPictures(handle, numbers(old))));
      return old.stream().filter(passage -> with.contains(passage.no())).toList();
    }

    @Override
    public Step remove(List<Old> old) throws StoreException {
      List<Long> numbers = numbers(old);
      AtomicInteger removed = new AtomicInteger();
      commits.change(rows -> {
        Handle handle = rows.handle();
        List<Long> going = new ArrayList<>(numbers);
        going.removeAll(RetentionRows.held(handle, numbers));
        if (keepsNeeded) {
          going.removeAll(RetentionRows.needed(handle, numbers, syncs));
        }
        removed.set(RetentionRows.removePictures(handle, going, horizon, syncs));
      });
      return new Step(removed.get(), 0, false);
    }
  }

  private final class OldPassages implements RetentionWalk.Ground {

    private final long firstYoung;
    private final Instant horizon;
    private final RetentionPolicy policy;
    private final Set<LocalDate> counted = new HashSet<>();

    OldPassages(long firstYoung, Instant horizon, RetentionPolicy policy) {
      this.firstYoung = firstYoung;
      this.horizon = horizon;
      this.policy = policy;
    }

    @Override
    public List<Old> after(long no) throws StoreException {
      return Retention.this.after(no, firstYoung);
    }

    @Override
    public List<Old> worthwhile(List<Old> old) {
      return old;
    }

    @Override
    public Step remove(List<Old> old) throws StoreException {
      for (Old passage : old) {
        LocalDate day = LocalDate.ofInstant(passage.capturedAt(), policy.zone());
        if (counted.add(day)) {
          insight.keep(day, day, policy.zone());
        }
      }
      List<Long> numbers = numbers(old);
      AtomicInteger pictures = new AtomicInteger();
      AtomicInteger passages = new AtomicInteger();
      commits.change(rows -> {
        Handle handle = rows.handle();
        List<Long> going = new ArrayList<>(numbers);
        going.removeAll(RetentionRows.held(handle, numbers));
        going.removeAll(RetentionRows.needed(handle, numbers, policy.syncs()));
        pictures.set(RetentionRows.removePictures(handle, going, horizon, policy.syncs()));
        if (!going.isEmpty()) {
          RetentionRows.removePassages(handle, ends, going);
        }
        passages.set(going.size());
      });
      return new Step(pictures.get(), passages.get(), false);
    }
  }
}
