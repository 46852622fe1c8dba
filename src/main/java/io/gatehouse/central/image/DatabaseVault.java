package io.gatehouse.central.image;

import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.util.Optional;

/** Pictures in the database. */
public final class DatabaseVault implements ImageVault {

  private final CentralDatabase database;
  private final ImageTable table;

  public DatabaseVault(CentralDatabase database, TimeSource time, Threads threads) {
    this.database = database;
    this.table = new ImageTable(database, time, threads);
  }

  @Override
  public boolean has(String sha256) {
    return table.has(sha256);
  }

  @Override
  public boolean put(String sha256, byte[] jpeg) throws IOException {
    return table.put(sha256, jpeg.length, Optional.of(jpeg));
  }

  @Override
  public Optional<byte[]> find(String sha256) {
    return table.find(sha256);
  }

  @Override
  public void remove(String sha256) {
    table.remove(sha256);
  }

  @Override
  public boolean answers() {
    return database.answers();
  }

  @Override
  public void close() {
    table.close();
  }
}
