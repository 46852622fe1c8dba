package io.gatehouse.store;

import com.google.gson.JsonParseException;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.ReadCharacter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** Passages in H2, every write through {@link CommitPath}. */
final class H2PassageStore implements PassageStore {

  private static final int LARGEST_PAGE = 500;

  private final Database database;
  private final CommitPath commits;
  private final PassageReader reader;
  private final ListingSearch search;
  private final TimeOrderedIds ids;

  H2PassageStore(
      Database database,
      CommitPath commits,
      PassageReader reader,
      ListingSearch search,
      TimeOrderedIds ids) {
    this.database = database;
    this.commits = commits;
    this.reader = reader;
    this.search = search;
    this.ids = ids;
  }

  @Override
  public Passage record(NewPassage passage) throws StoreException {
    PictureSet pictures = PictureSet.of(passage.pictures());
    PassageRecord record = PassageRecord.of(ids.next(), passage, pictures);
    return commits.commit(record, pictures).toPassage();
  }

  @Override
  public PassagePage search(PassageQuery query) throws StoreException {
    if (query.limit() < 1 || query.limit() > LARGEST_PAGE || query.offset() < 0) {
      throw new IllegalArgumentException(
          "a page of %d rows from %d".formatted(query.limit(), query.offset()));
    }
    return read(handle -> {
      ListingSearch.Hits hits = search.find(handle, query);
      return new PassagePage(
          reader.passages(handle, hits.page()), hits.matches(), hits.exact(), reader.count(handle));
    });
  }

  @Override
  public Optional<Passage> find(UUID id) throws StoreException {
    return read(handle -> reader.passage(handle, id));
  }

  @Override
  public Optional<byte[]> picture(UUID id, PictureSize size) throws StoreException {
    return read(handle -> reader.picture(handle, id, size));
  }

  @Override
  public List<ReadCharacter> reads(UUID id) throws StoreException {
    return read(handle -> reader.reads(handle, id));
  }

  @Override
  public String reader(UUID id) throws StoreException {
    return read(handle -> reader.readerName(handle, id));
  }

  @Override
  public List<PassageCorrection> corrections(UUID id) throws StoreException {
    return read(handle -> reader.corrections(handle, id));
  }

  @Override
  public Passage correct(UUID id, Plate plate, String correctedBy, Instant correctedAt)
      throws StoreException {
    commits.commitCorrection(
        id,
        before ->
            new CorrectionRecord(
                ids.next(),
                id,
                before,
                plate,
                correctedBy,
                correctedAt.truncatedTo(ChronoUnit.MICROS)));
    return find(id).orElseThrow(() -> new StoreException("There is no passage " + id + "."));
  }

  @Override
  public List<Passage> lastVisits(String plateText, int limit) throws StoreException {
    return read(handle -> reader.passages(handle, reader.lastVisits(handle, plateText, limit)));
  }

  private <T> T read(HandleCallback<T, RuntimeException> query) throws StoreException {
    try {
      return database.jdbi().withHandle(query);
    } catch (JdbiException | JsonParseException e) {
      throw new StoreException("The passages could not be read: " + DatabaseFaults.firstLine(e), e);
    }
  }
}
