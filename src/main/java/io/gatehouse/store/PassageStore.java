package io.gatehouse.store;

import io.gatehouse.plate.Plate;
import io.gatehouse.plate.ReadCharacter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The passages on disk. Safe for use by several threads; every call may block on the disk. */
public interface PassageStore {

  /**
   * Stores a passage. When this returns, it survives kill -9 and a power cut: committed, database
   * synced, journal synced. When the disk is full, its pictures are dropped and the passage is
   * kept.
   *
   * @throws StoreException when it could not be stored; nothing is acknowledged then
   */
  Passage record(NewPassage passage) throws StoreException;

  PassagePage search(PassageQuery query) throws StoreException;

  Optional<Passage> find(UUID id) throws StoreException;

  /** JPEG bytes, or empty when there is no such picture. */
  Optional<byte[]> picture(UUID id, PictureSize size) throws StoreException;

  /**
   * The characters as the machine read them, with confidences and candidates; empty when nothing
   * was read.
   */
  List<ReadCharacter> reads(UUID id) throws StoreException;

  /**
   * Which reader read the characters, as {@code PlateReading} names it; empty when nothing was
   * read.
   */
  String reader(UUID id) throws StoreException;

  /** Oldest first. */
  List<PassageCorrection> corrections(UUID id) throws StoreException;

  /**
   * Corrects a passage's plate by a further row; durable when this returns.
   *
   * @throws StoreException when there is no such passage or it could not be stored
   */
  Passage correct(UUID id, Plate plate, String correctedBy, Instant correctedAt)
      throws StoreException;

  /** The last passages of exactly this plate that went through, newest first. */
  List<Passage> lastVisits(String plateText, int limit) throws StoreException;
}
