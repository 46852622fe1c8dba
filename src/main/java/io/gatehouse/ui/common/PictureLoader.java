package io.gatehouse.ui.common;

import io.gatehouse.store.PassageStore;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches and decodes pictures in the background, the last wanted first: what has scrolled into
 * view comes before what is already gone. Keeps the last ones, at most {@code capacity}. To be
 * called on the screen's thread.
 *
 * @param <P> a decoded picture
 */
public final class PictureLoader<P> {

  private static final Logger log = LoggerFactory.getLogger(PictureLoader.class);

  /** Which picture of which passage. */
  private record Key(UUID id, PictureSize size) {}

  /** A picture that somebody waits for. */
  public final class Request {

    private final Key key;
    private final Consumer<Optional<P>> whenThere;
    private boolean cancelled;

    private Request(Key key, Consumer<Optional<P>> whenThere) {
      this.key = key;
      this.whenThere = whenThere;
    }

    /** Nobody waits any more. On the screen's thread. */
    public void cancel() {
      cancelled = true;
      synchronized (waiting) {
        waiting.remove(this);
      }
    }
  }

  private final PassageStore store;
  private final Function<byte[], Optional<P>> decoder;
  private final Executor background;
  private final Executor screen;
  private final Map<Key, Optional<P>> kept;
  private final Deque<Request> waiting = new ArrayDeque<>();

  /**
   * Keeps nothing yet.
   *
   * @param decoder JPEG bytes to a picture, on the background thread; empty when they are no
   *     picture
   * @param capacity how many pictures are kept, missing ones included
   */
  public PictureLoader(
      PassageStore store,
      Function<byte[], Optional<P>> decoder,
      int capacity,
      Executor background,
      Executor screen) {
    this.store = store;
    this.decoder = decoder;
    this.background = background;
    this.screen = screen;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Optional<P>> eldest) {
            return size() > capacity;
          }
        };
  }

  /**
   * Asks for a picture.
   *
   * @param whenThere told on the screen's thread, at once when the picture is kept; empty when
   *     there is none
   */
  public Request request(UUID id, PictureSize size, Consumer<Optional<P>> whenThere) {
    Request request = new Request(new Key(id, size), whenThere);
    Optional<P> known = kept.get(request.key);
    if (known != null) {
      whenThere.accept(known);
      return request;
    }
    synchronized (waiting) {
      waiting.push(request);
    }
    background.execute(this::loadNewest);
    return request;
  }

  private void loadNewest() {
    Request request;
    synchronized (waiting) {
      request = waiting.poll();
    }
    if (request != null) {
      load(request);
    }
  }

  private void load(Request request) {
    try {
      Optional<P> picture = store.picture(request.key.id, request.key.size).flatMap(decoder);
      screen.execute(() -> {
        kept.put(request.key, picture);
        deliver(request, picture);
      });
    } catch (StoreException e) {
      // a list without one picture is still a list; it is asked for again when next in view
      log.warn("{} picture of passage {}: {}", request.key.size, request.key.id, e.getMessage());
      screen.execute(() -> deliver(request, Optional.empty()));
    }
  }

  private void deliver(Request request, Optional<P> picture) {
    if (!request.cancelled) {
      request.whenThere.accept(picture);
    }
  }
}
