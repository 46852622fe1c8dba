package io.gatehouse.support;

import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.store.AuditTrail;
import io.gatehouse.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Remembers what is written down; can be told to fail. */
public final class RecordingTrail implements AuditTrail {

  private final List<AuditEvent> events = new ArrayList<>();
  private Optional<String> broken = Optional.empty();

  /** Nothing can be written from now on. */
  public synchronized void breakDown(String message) {
    broken = Optional.of(message);
  }

  public synchronized List<AuditEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized void append(AuditEvent event) throws StoreException {
    if (broken.isPresent()) {
      throw new StoreException(broken.get());
    }
    events.add(event);
  }

  @Override
  public List<AuditEntry> before(long before, Set<AuditKind> kinds, int limit) {
    throw new UnsupportedOperationException("this trail is only written");
  }

  @Override
  public AuditCheck verify() {
    throw new UnsupportedOperationException("this trail is only written");
  }
}
