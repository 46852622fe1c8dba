package io.gatehouse.snapshot.recognizer;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * How the Plate Recognizer API is asked.
 *
 * @param url of its plate reader
 * @param key empty for its own server in the house, which wants none
 * @param regions guides the reading, such as {@code vn}
 * @param mmc whether make, model and colour are asked for, which costs more
 * @param config the API's own settings, JSON
 */
public record CloudOptions(
    HttpUrl url, Optional<String> key, List<String> regions, boolean mmc, Optional<String> config) {

  public CloudOptions {
    regions = List.copyOf(regions);
  }

  /** Without the key: this may stand in a log. */
  @Override
  public String toString() {
    return url.toString();
  }
}
