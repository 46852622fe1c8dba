package io.gatehouse.sync;

import io.gatehouse.common.FullJitter;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.OutboxCounts;
import io.gatehouse.store.OutboxStore;
import io.gatehouse.store.ParkedEvent;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.SyncState.Phase;
import io.gatehouse.sync.Trouble.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to the central that the settings name, as long as it is open. Without one it has no thread
 * and asks the store nothing.
 */
public final class SyncService implements CentralLink, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SyncService.class);

  /** In the data folder. */
  public static final String TOKEN_FILE = "central-token.json";

  /**
   * What the settings say of the central.
   *
   * @param address empty for none
   * @param certificate a PEM file or a fingerprint; empty for what the machine trusts
   */
  public record Target(String address, String certificate) {}

  /**
   * How patient it is.
   *
   * @param heartbeat from one to the next
   * @param first the longest wait after a first failure
   * @param longestPause the longest of all while nobody answers
   * @param longestDelay the longest for an event that the central fails at
   */
  public record Rhythm(
      Duration heartbeat, Duration first, Duration longestPause, Duration longestDelay) {

    /** As the protocol has it. */
    public static final Rhythm STANDARD =
        new Rhythm(
            Duration.ofSeconds(30),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5));
  }

  private final OutboxStore outbox;
  private final Supplier<Target> target;
  private final Supplier<EdgeHealth> health;
  private final TokenFile tokens;
  private final Enrolment enrolment;
  private final Rhythm rhythm;
  private final LongUnaryOperator random;
  private final TimeSource time;
  private final Threads threads;
  private final HeartbeatJson beats = new HeartbeatJson();
  private Optional<Session> session = Optional.empty();
  private volatile Supplier<SyncState> state =
      () -> SyncState.still(Phase.OFF, OutboxCounts.NOTHING);

  /**
   * Makes the service; {@link #start} begins to send.
   *
   * @param target as set now; asked at each start
   * @param health asked on any thread, must return at once
   * @param folder where the token is kept
   * @param random a number from 0 to below its argument
   */
  public SyncService(
      OutboxStore outbox,
      Supplier<Target> target,
      Supplier<EdgeHealth> health,
      Path folder,
      Rhythm rhythm,
      LongUnaryOperator random,
      TimeSource time,
      Threads threads) {
    this.outbox = outbox;
    this.target = target;
    this.health = health;
    this.tokens = new TokenFile(folder.resolve(TOKEN_FILE));
    this.enrolment = new Enrolment(outbox, folder, time);
    this.rhythm = rhythm;
    this.random = random;
    this.time = time;
    this.threads = threads;
  }

  /** All that runs while there is a central. */
  private record Session(
      CentralClient client, SyncPump pump, Heartbeat heartbeat, Pace pace, SyncBoard board) {

    void close() {
      client.close();
      heartbeat.close();
      pump.close();
    }
  }

  /** Begins to send, where there is a central that knows this gate. */
  public synchronized void start() {
    Target now = target.get();
    if (now.address().isBlank()) {
      state = () -> SyncState.still(Phase.OFF, OutboxCounts.NOTHING);
      return;
    }
    Optional<CentralAddress> address = CentralAddress.parse(now.address());
    if (address.isEmpty()) {
      stopped(Phase.RETRYING, new Trouble(Kind.ADDRESS, now.address()));
      return;
    }
    Optional<TokenFile.Enrolled> enrolled = tokens.read(address.get());
    if (enrolled.isEmpty()) {
      SyncState waiting = SyncState.still(Phase.NOT_ENROLLED, counts());
      state = () -> waiting;
      return;
    }
    try {
      CentralClient client =
          new CentralClient(
              CentralTrust.apply(CentralClient.http(), now.certificate()).build(),
              address.get(),
              enrolled.get().token(),
              time);
      Session opened = session(client);
      state = opened.board()::state;
      session = Optional.of(opened);
      outbox.onWritten(opened.pump()::ring);
      opened.heartbeat().start(threads, opened.pump()::ring);
      opened.pump().start(threads);
      log.info("Sending to {} as gate {}", address.get(), enrolled.get().gateId());
    } catch (CentralTrustException e) {
      log.warn("{}", e.getMessage());
      stopped(Phase.RETRYING, new Trouble(Kind.CERTIFICATE_SETTING, e.getMessage()));
    }
  }

  private Session session(CentralClient client) {
    SyncBoard board = new SyncBoard(counts());
    FullJitter pauses = new FullJitter(rhythm.first(), rhythm.longestPause(), random);
    Pace pace = new Pace(pauses, time, SyncPump.MOST_AT_ONCE);
    Heartbeat heartbeat =
        new Heartbeat(
            client,
            () -> beats.body(health.get(), board.state(), time.now()),
            rhythm.heartbeat(),
            pace,
            board,
            time);
    SyncPump pump =
        new SyncPump(
            outbox,
            new EventSender(client, outbox, time.now(), SyncPump.MOST_AT_ONCE),
            heartbeat,
            pace,
            new EventPatience(
                pauses, new FullJitter(rhythm.first(), rhythm.longestDelay(), random)),
            board,
            time);
    return new Session(client, pump, heartbeat, pace, board);
  }

  private void stopped(Phase phase, Trouble trouble) {
    SyncState still = new SyncState(phase, counts(), 0, 0, Optional.empty(), Optional.of(trouble));
    state = () -> still;
  }

  private OutboxCounts counts() {
    try {
      return outbox.counts();
    } catch (StoreException e) {
      log.warn("{}", e.getMessage());
      return OutboxCounts.NOTHING;
    }
  }

  @Override
  public SyncState state() {
    return state.get();
  }

  @Override
  public Optional<Trouble> enrol(CentralAddress address, String certificate, String code) {
    return enrolment.enrol(address, certificate, code, health.get().cameraName());
  }

  @Override
  public synchronized void restart() {
    close();
    start();
  }

  @Override
  public void tryNow() throws StoreException {
    Optional<Session> running = session();
    running.ifPresent(open -> open.pace().now());
    outbox.retryDelayed();
    running.ifPresent(open -> open.pump().ring());
  }

  private synchronized Optional<Session> session() {
    return session;
  }

  @Override
  public List<ParkedEvent> parked(int offset, int limit) throws StoreException {
    return outbox.parked(offset, limit);
  }

  @Override
  public void retry(UUID event) throws StoreException {
    outbox.retry(event);
  }

  @Override
  public void retryAll() throws StoreException {
    outbox.retryAll();
  }

  /** Ends once what was sent is noted; what was under way is sent again the next time. */
  @Override
  public synchronized void close() {
    outbox.onWritten(() -> {});
    session.ifPresent(Session::close);
    session = Optional.empty();
  }
}
