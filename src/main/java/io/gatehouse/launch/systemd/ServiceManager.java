package io.gatehouse.launch.systemd;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever started this process and wants to hear how it is: systemd, by the protocol of
 * sd_notify(3). Where nobody wants to, all is said to nobody.
 */
public final class ServiceManager implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ServiceManager.class);

  private static final String SOCKET = "NOTIFY_SOCKET";
  // WATCHDOG_PID is not heeded: it names the compositor, which systemd started, and not this child
  private static final String WATCHDOG_MICROS = "WATCHDOG_USEC";

  private final Optional<NotifySocket> socket;
  private final Optional<Duration> watchdog;
  private boolean failureLogged;

  private ServiceManager(Optional<NotifySocket> socket, Optional<Duration> watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /**
   * The one named by these variables of the environment. An address that cannot be used is logged:
   * a kiosk that nobody watches is better than none.
   */
  public static ServiceManager of(Map<String, String> environment) {
    String address = environment.getOrDefault(SOCKET, "");
    if (address.isBlank()) {
      return new ServiceManager(Optional.empty(), Optional.empty());
    }
    try {
      return new ServiceManager(
          Optional.of(NotifySocket.to(address)),
          micros(environment.getOrDefault(WATCHDOG_MICROS, "")));
    } catch (IOException e) {
      log.warn("systemd cannot be told how the kiosk is: {}", e.getMessage());
      return new ServiceManager(Optional.empty(), Optional.empty());
    }
  }

  private static Optional<Duration> micros(String text) {
    return text.matches("[1-9]\\d{0,17}")
        ? Optional.of(Duration.ofNanos(Math.multiplyExact(Long.parseLong(text), 1000L)))
        : Optional.empty();
  }

  /** How long it waits for a sign of life before it ends the service; empty for ever. */
  Optional<Duration> watchdog() {
    return watchdog;
  }

  /** Does not wait; any thread. */
  synchronized void tell(String state) {
    if (socket.isEmpty()) {
      return;
    }
    try {
      socket.get().send(state);
      failureLogged = false;
    } catch (IOException e) {
      if (!failureLogged) {
        failureLogged = true;
        log.warn(
            "systemd could not be told \"{}\": {}",
            state.lines().findFirst().orElse(""),
            e.getMessage());
      }
    }
  }

  @Override
  public synchronized void close() {
    socket.ifPresent(NotifySocket::close);
  }
}
