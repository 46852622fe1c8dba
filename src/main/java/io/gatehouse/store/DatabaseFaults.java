package io.gatehouse.store;

import io.gatehouse.common.KnownFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells a damaged file from a locked one, a full disk and the rest. */
final class DatabaseFaults {

  private static final Set<Integer> DAMAGE_IN_STORE =
      Set.of(
          DataUtils.ERROR_READING_FAILED,
          DataUtils.ERROR_INTERNAL,
          DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_CHUNK_NOT_FOUND,
          DataUtils.ERROR_BLOCK_NOT_FOUND,
          DataUtils.ERROR_SERIALIZATION,
          DataUtils.ERROR_TRANSACTION_CORRUPT);

  private DatabaseFaults() {}

  /** Whether the file itself is broken, so that rebuilding it is the remedy. */
  static boolean isDamage(Throwable failure) {
    return !isNoSpace(failure) && chain(failure).anyMatch(DatabaseFaults::showsDamage);
  }

  private static boolean showsDamage(Throwable link) {
    return switch (link) {
      case MVStoreException e -> DAMAGE_IN_STORE.contains(e.getErrorCode());
      case SQLException e -> e.getErrorCode() == ErrorCode.FILE_CORRUPTED_1;
      default -> false;
    };
  }

  /** Whether the disk, or the user's share of it, is full. */
  static boolean isNoSpace(Throwable failure) {
    return chain(failure)
        .anyMatch(link ->
            link instanceof IOException
                && link.getMessage() != null
                && (link.getMessage().contains("No space left")
                    || link.getMessage().contains("Disk quota exceeded")
                    || link.getMessage().contains("not enough space")));
  }

  static StoreException cannotOpen(Path file, Throwable cause) {
    if (chain(cause)
        .anyMatch(link ->
            link instanceof SQLException e
                && e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)) {
      return new StoreException(
          KnownFailure.SECOND_KIOSK,
          "The database %s is open in another program: end that program first.".formatted(file),
          cause);
    }
    if (isNoSpace(cause)) {
      return new StoreException(
          KnownFailure.DISK_FULL,
          "The disk is full, the database %s cannot be opened: free some space.".formatted(file),
          cause);
    }
    return new StoreException(
        KnownFailure.STORE_BROKEN,
        "The database %s cannot be opened: %s".formatted(file, firstLine(cause)),
        cause);
  }

  /** The innermost message, which names the fault rather than who noticed it. */
  static String firstLine(Throwable failure) {
    String message =
        chain(failure)
            .map(Throwable::getMessage)
            .filter(m -> m != null && !m.isBlank())
            .reduce((_, inner) -> inner)
            .orElse(failure.getClass().getSimpleName());
    return message.lines().findFirst().orElse(message).strip();
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, link -> link != null, Throwable::getCause).limit(30);
  }
}
