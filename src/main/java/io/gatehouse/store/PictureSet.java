package io.gatehouse.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The pictures of one passage with their hashes. */
final class PictureSet {

  static final PictureSet EMPTY = new PictureSet(List.of());

  /**
   * @param sha256 32 bytes, hexadecimal
   */
  @SuppressWarnings("ArrayRecordComponent") // JPEG bytes are stored, never compared
  record Item(PictureSize size, String sha256, byte[] jpeg) {}

  private final List<Item> items;

  private PictureSet(List<Item> items) {
    this.items = items;
  }

  static PictureSet of(Optional<NewPassage.Pictures> pictures) {
    if (pictures.isEmpty()) {
      return EMPTY;
    }
    List<Item> items = new ArrayList<>();
    items.add(item(PictureSize.FULL, pictures.get().full()));
    pictures.get().crop().ifPresent(crop -> items.add(item(PictureSize.CROP, crop)));
    items.add(item(PictureSize.THUMBNAIL, pictures.get().thumbnail()));
    return new PictureSet(List.copyOf(items));
  }

  private static Item item(PictureSize size, byte[] jpeg) {
    return new Item(size, sha256(jpeg), jpeg);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /**
   * The full picture first, the small ones last: H2 writes the newest picture's page again with the
   * next passage, and this way that page is a small one.
   */
  List<Item> items() {
    return items;
  }

  /** Empty when there is no such picture. */
  String hash(PictureSize size) {
    for (Item item : items) {
      if (item.size() == size) {
        return item.sha256();
      }
    }
    return "";
  }

  boolean isEmpty() {
    return items.isEmpty();
  }
}
