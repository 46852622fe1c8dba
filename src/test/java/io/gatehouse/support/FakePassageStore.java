package io.gatehouse.support;

import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageCorrection;
import io.gatehouse.store.PassagePage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Passages in memory, with a search that keeps to the contract; can be told to fail. */
public final class FakePassageStore implements PassageStore {

  private final Map<UUID, Passage> passages = new HashMap<>();
  private final Map<UUID, NewPassage> evidence = new HashMap<>();
  private final Map<UUID, List<PassageCorrection>> corrections = new HashMap<>();
  private final List<PassageQuery> asked = new ArrayList<>();
  private Optional<String> broken = Optional.empty();
  private int picturesRead;

  /** Every call fails with this message from now on. */
  public synchronized void breakDown(String message) {
    broken = Optional.of(message);
  }

  public synchronized void mend() {
    broken = Optional.empty();
  }

  /** The searches made so far, oldest first. */
  public synchronized List<PassageQuery> asked() {
    return List.copyOf(asked);
  }

  public synchronized int picturesRead() {
    return picturesRead;
  }

  @Override
  public synchronized Passage record(NewPassage passage) throws StoreException {
    failIfBroken();
    Decision decision = passage.decision();
    Plate plate = decision.plate();
    Optional<Proposal> proposal = decision.proposal();
    Passage stored =
        new Passage(
            new UUID(passage.frame().capturedAt().toEpochMilli(), passages.size()),
            plate.text(),
            plate.display(),
            plate.text(),
            plate.kind(),
            proposal.map(Proposal::colour).orElse(PlateColour.UNKNOWN),
            plate.lines(),
            passage.direction(),
            passage.lane(),
            passage.frame().capturedAt(),
            decision.outcome(),
            decision.decidedBy(),
            decision.decidedAt(),
            proposal.map(p -> p.plate().text()).orElse(""),
            proposal.map(Proposal::confidence).orElse(0f),
            passage.pictures().isPresent(),
            false);
    passages.put(stored.id(), stored);
    evidence.put(stored.id(), passage);
    return stored;
  }

  @Override
  public synchronized PassagePage search(PassageQuery query) throws StoreException {
    failIfBroken();
    asked.add(query);
    List<Passage> matching =
        passages.values().stream()
            .filter(p -> matches(p, query))
            .sorted(Comparator.comparing(Passage::capturedAt).thenComparing(Passage::id).reversed())
            .toList();
    List<Passage> page = matching.stream().skip(query.offset()).limit(query.limit()).toList();
    return new PassagePage(page, matching.size(), passages.size());
  }

  private static boolean matches(Passage p, PassageQuery query) {
    String wanted = folded(query.text(), query.alike());
    return folded(p.plate(), query.alike()).contains(wanted)
        && query.from().map(from -> !p.capturedAt().isBefore(from)).orElse(true)
        && query.to().map(to -> p.capturedAt().isBefore(to)).orElse(true)
        && query.direction().map(d -> d == p.direction()).orElse(true)
        && (query.outcomes().isEmpty() || query.outcomes().contains(p.outcome()))
        && (!query.correctedOnly() || p.corrected() || p.outcome() == Outcome.CORRECTED);
  }

  private static String folded(String text, boolean alike) {
    String compact = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return alike
        ? compact.replaceAll("[ODQ]", "0").replaceAll("[IL]", "1").replace('B', '8')
        : compact;
  }

  @Override
  public synchronized Optional<Passage> find(UUID id) throws StoreException {
    failIfBroken();
    return Optional.ofNullable(passages.get(id));
  }

  @Override
  public synchronized Optional<byte[]> picture(UUID id, PictureSize size) throws StoreException {
    failIfBroken();
    picturesRead++;
    Optional<NewPassage.Pictures> pictures =
        Optional.ofNullable(evidence.get(id)).flatMap(NewPassage::pictures);
    return switch (size) {
      case FULL -> pictures.map(NewPassage.Pictures::full);
      case CROP -> pictures.flatMap(NewPassage.Pictures::crop);
      case THUMBNAIL -> pictures.map(NewPassage.Pictures::thumbnail);
    };
  }

  @Override
  public synchronized List<ReadCharacter> reads(UUID id) throws StoreException {
    failIfBroken();
    return Optional.ofNullable(evidence.get(id))
        .flatMap(p -> p.decision().proposal())
        .map(Proposal::characters)
        .orElse(List.of());
  }

  @Override
  public synchronized String reader(UUID id) throws StoreException {
    failIfBroken();
    return Optional.ofNullable(evidence.get(id))
        .flatMap(p -> p.decision().proposal())
        .map(Proposal::reader)
        .orElse("");
  }

  @Override
  public synchronized List<PassageCorrection> corrections(UUID id) throws StoreException {
    failIfBroken();
    return List.copyOf(corrections.getOrDefault(id, List.of()));
  }

  @Override
  public synchronized Passage correct(UUID id, Plate plate, String correctedBy, Instant correctedAt)
      throws StoreException {
    failIfBroken();
    Passage p = passages.get(id);
    if (p == null) {
      throw new StoreException("no passage " + id);
    }
    corrections
        .computeIfAbsent(id, _ -> new ArrayList<>())
        .add(new PassageCorrection(p.plate(), plate.text(), correctedBy, correctedAt));
    Passage corrected =
        new Passage(
            p.id(),
            plate.text(),
            plate.display(),
            p.originalPlate(),
            plate.kind(),
            p.colour(),
            p.lines(),
            p.direction(),
            p.lane(),
            p.capturedAt(),
            p.outcome(),
            p.decidedBy(),
            p.decidedAt(),
            p.readText(),
            p.confidence(),
            p.hasPicture(),
            true);
    passages.put(id, corrected);
    return corrected;
  }

  @Override
  public synchronized List<Passage> lastVisits(String plateText, int limit) throws StoreException {
    failIfBroken();
    return passages.values().stream()
        .filter(p -> p.plate().equals(plateText) && p.outcome().opens())
        .sorted(Comparator.comparing(Passage::capturedAt).reversed())
        .limit(limit)
        .collect(Collectors.toList());
  }

  private void failIfBroken() throws StoreException {
    if (broken.isPresent()) {
      throw new StoreException(broken.get());
    }
  }
}
