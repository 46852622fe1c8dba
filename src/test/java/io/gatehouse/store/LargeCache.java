package io.gatehouse.store;

/**
 * Lets a store be filled quickly: thousands of rows are spread over every index, and with its usual
 * cache H2 would write each page often.
 */
final class LargeCache {

  private static final int FILLING_KILOBYTES = 400 << 10;
  private static final int DEFAULT_MEGABYTES = 64;

  private LargeCache() {}

  static void during(KioskStore store, Runnable filling) {
    int before = set(store, FILLING_KILOBYTES);
    try {
      filling.run();
    } finally {
      set(store, before);
    }
  }

  private static int set(KioskStore store, int kilobytes) {
    return store
        .database()
        .jdbi()
        .withHandle(handle -> {
          int before =
              handle
                      .createQuery(
                          """
                          SELECT setting_value FROM information_schema.settings
                          WHERE setting_name = 'info.CACHE_MAX_SIZE'
                          """)
                      .mapTo(Integer.class)
                      .findOne()
                      .orElse(DEFAULT_MEGABYTES)
                  * 1024;
          handle.execute("SET CACHE_SIZE " + kilobytes);
          return before;
        });
  }
}
