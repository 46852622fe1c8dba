package io.gatehouse.barrier;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relay board on a serial port. The port stays open between commands: opening it restarts some
 * boards.
 */
final class SerialRelay implements Relay {

  private static final Logger log = LoggerFactory.getLogger(SerialRelay.class);

  private static final int DATA_BITS = 8;
  private static final long LINGER_MILLIS = 200;

  private final SerialAddress address;
  private final SerialAddress.Switch bytes;
  private Optional<SerialPort> opened = Optional.empty();
  private boolean maybeOn;

  SerialRelay(SerialAddress address, SerialAddress.Switch bytes) {
    this.address = address;
    this.bytes = bytes;
  }

  @Override
  public void prepare() throws BarrierException {
    checkThere();
  }

  @Override
  public synchronized void on() throws BarrierException {
    send(bytes.on());
  }

  @Override
  public synchronized void off() throws BarrierException {
    if (bytes.off().length > 0) {
      send(bytes.off());
    }
    maybeOn = false;
  }

  /** A board that was pulled out and put back needs its port opened anew. */
  private void send(byte[] command) throws BarrierException {
    checkThere();
    if (opened.isPresent() && written(opened.get(), command)) {
      return;
    }
    letGo();
    opened = Optional.of(open());
    if (!written(opened.get(), command)) {
      letGo();
      throw BarrierException.of(BarrierNote.PORT_DEAF, address.device());
    }
  }

  private boolean written(SerialPort port, byte[] command) {
    maybeOn = true; // half a command may be one
    return port.writeBytes(command, command.length) == command.length;
  }

  private SerialPort open() throws BarrierException {
    SerialPort port = named();
    port.setComPortParameters(
        address.baud(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(
        SerialPort.TIMEOUT_WRITE_BLOCKING, 0, (int) address.timing().ownLimit().toMillis());
    if (!port.openPort(0)) {
      throw BarrierException.of(BarrierNote.PORT_BUSY, address.device());
    }
    return port;
  }

  private SerialPort named() throws BarrierException {
    try {
      return SerialPort.getCommPort(address.device());
    } catch (SerialPortInvalidPortException e) {
      throw new BarrierException("%s is no serial port".formatted(address.device()), e);
    }
  }

  private void letGo() {
    if (opened.isPresent()) {
      linger();
      opened.get().closePort();
      opened = Optional.empty();
    }
  }

  /** Closing a port drops what is still on its way through the adapter. */
  private static void linger() {
    try {
      boolean _ = new CountDownLatch(1).await(LINGER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkThere() throws BarrierException {
    if (!Files.exists(Path.of(address.device()))) {
      throw BarrierException.of(BarrierNote.PORT_MISSING, address.device());
    }
  }

  @Override
  public Duration pulse() {
    return bytes.off().length == 0 ? Duration.ZERO : address.timing().pulse();
  }

  @Override
  public synchronized void close() {
    if (maybeOn) {
      try {
        off();
      } catch (BarrierException e) {
        log.warn("the relay could not be switched off: {}", e.getMessage());
      }
    }
    letGo();
  }
}
