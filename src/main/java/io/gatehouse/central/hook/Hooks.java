package io.gatehouse.central.hook;

import io.gatehouse.central.hook.HookQueue.Delivery;
import io.gatehouse.central.image.ImageVault;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.FullJitter;
import io.gatehouse.common.RetryAfter;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each receiver what waits for it, one thread a receiver: none waits for another. */
public final class Hooks implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Hooks.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration CALL = Duration.ofSeconds(20);
  private static final Duration HOLD = CALL.multipliedBy(3);
  private static final Duration PICTURE_PAUSE = Duration.ofSeconds(5);
  private static final Duration TRIED_FOR = Duration.ofDays(3);

  private final HookQueue queue;
  private final ImageVault vault;
  private final String secret;
  private final TimeSource time;
  private final FullJitter pauses =
      new FullJitter(
          Duration.ofSeconds(2),
          Duration.ofMinutes(30),
          most -> ThreadLocalRandom.current().nextLong(most));
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .callTimeout(CALL)
          // what is signed is for this address, and for no other
          .followRedirects(false)
          .followSslRedirects(false)
          .build();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Thread> tellers = new ArrayList<>();

  private Hooks(HookQueue queue, ImageVault vault, String secret, TimeSource time) {
    this.queue = queue;
    this.vault = vault;
    this.secret = secret;
    this.time = time;
  }

  /**
   * Begins to tell; passages that are stored from now on are queued for these.
   *
   * @param vault where the pictures of passages are
   */
  public static Hooks start(
      List<HookReceiver> receivers,
      String secret,
      CentralDatabase database,
      ImageVault vault,
      TimeSource time,
      Threads threads) {
    HookQueue queue = new HookQueue(database);
    queue.activate(receivers);
    Hooks hooks = new Hooks(queue, vault, secret, time);
    for (int i = 0; i < receivers.size(); i++) {
      HookReceiver receiver = receivers.get(i);
      hooks.tellers.add(threads.start("central-hook-" + (i + 1), () -> hooks.tell(receiver)));
    }
    return hooks;
  }

  private void tell(HookReceiver receiver) {
    try {
      while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        tellAllThatIsDue(receiver);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellAllThatIsDue(HookReceiver receiver) {
    try {
      for (Optional<Delivery> next = queue.take(receiver, HOLD);
          next.isPresent() && closed.getCount() > 0;
          next = queue.take(receiver, HOLD)) {
        send(receiver, next.get());
      }
    } catch (JdbiException e) {
      log.warn("what is to be told cannot be read now: {}", e.getMessage());
    }
  }

  private void send(HookReceiver receiver, Delivery delivery) {
    HookBody body;
    try {
      body = body(receiver, delivery);
    } catch (IOException e) {
      log.warn("the picture of a passage cannot be had now: {}", e.getMessage());
      queue.later(delivery, PICTURE_PAUSE);
      return;
    }
    Request request =
        new Request.Builder()
            .url(delivery.url())
            .header("X-Gatehouse-Delivery", delivery.id().toString())
            .header(HookSignature.HEADER, HookSignature.of(secret, time.now(), body.bytes()))
            .post(body.request())
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (response.isSuccessful()) {
        queue.done(delivery);
      } else {
        failed(
            delivery,
            "answered " + response.code(),
            RetryAfter.parse(response.header("Retry-After"), time.now()));
      }
    } catch (IOException e) {
      failed(delivery, String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private HookBody body(HookReceiver receiver, Delivery delivery) throws IOException {
    return receiver.withPicture()
        ? HookBody.form(delivery.id(), delivery.body(), picture(delivery))
        : HookBody.json(delivery.body());
  }

  /** Empty when it did not come, or is gone: it may be older than pictures are kept. */
  private Optional<HookBody.Picture> picture(Delivery delivery) throws IOException {
    if (delivery.picture().isEmpty()) {
      return Optional.empty();
    }
    String sha256 = delivery.picture().get();
    try {
      return vault.find(sha256).map(jpeg -> new HookBody.Picture(sha256, jpeg));
    } catch (IOException e) {
      Duration age = Duration.between(delivery.createdAt(), time.now());
      if (age.compareTo(HookQueue.PICTURE_WAIT) < 0) {
        throw e;
      }
      log.warn("a webhook is told without its picture: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void failed(Delivery delivery, String why, Optional<Duration> asked) {
    Duration age = Duration.between(delivery.createdAt(), time.now());
    if (age.compareTo(TRIED_FOR) > 0) {
      log.error("webhook {} is given up after {} tries: {}", host(delivery), delivery.tries(), why);
      queue.giveUp(delivery, why.substring(0, Math.min(300, why.length())));
      return;
    }
    if (delivery.tries() == 0) {
      log.warn("webhook {} does not take what it is told: {}", host(delivery), why);
    }
    queue.later(delivery, asked.orElseGet(() -> pauses.after(delivery.tries() + 1)));
  }

  /** An address may hold a secret. */
  private static String host(Delivery delivery) {
    return URI.create(delivery.url()).getHost();
  }

  /** What is not told yet is told when a central is started again. */
  @Override
  public void close() {
    closed.countDown();
    http.dispatcher().cancelAll();
    try {
      for (Thread teller : tellers) {
        teller.join(CALL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.connectionPool().evictAll();
  }
}
