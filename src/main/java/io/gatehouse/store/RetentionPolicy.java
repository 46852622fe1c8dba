package io.gatehouse.store;

import java.time.ZoneId;

/**
 * How long what is kept.
 *
 * @param pictureDays pictures go after so many days, 1 or more
 * @param passageDays passages go after so many days, 1 or more; with what pictures they still have
 * @param syncs whether there is a central server: then nothing goes that it has not got. Without
 *     one nothing waits for it
 * @param zone the site's, by which days are counted before they go
 */
public record RetentionPolicy(int pictureDays, int passageDays, boolean syncs, ZoneId zone) {

  public RetentionPolicy {
    if (pictureDays < 1 || passageDays < 1) {
      throw new IllegalArgumentException(
          "pictures for %d days and passages for %d: each must be 1 or more"
              .formatted(pictureDays, passageDays));
    }
  }
}
