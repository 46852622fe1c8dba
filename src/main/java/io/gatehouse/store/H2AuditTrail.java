package io.gatehouse.store;

import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The audit trail in H2. */
final class H2AuditTrail implements AuditTrail {

  private static final int ROWS_AT_ONCE = 1_000;

  private final Database database;
  private final CommitPath commits;

  H2AuditTrail(Database database, CommitPath commits) {
    this.database = database;
    this.commits = commits;
  }

  @Override
  public void append(AuditEvent event) throws StoreException {
    commits.change(rows -> AuditWriter.append(rows, event));
  }

  @Override
  public List<AuditEntry> before(long before, Set<AuditKind> kinds, int limit)
      throws StoreException {
    Set<AuditKind> asked = kinds.isEmpty() ? EnumSet.allOf(AuditKind.class) : kinds;
    try {
      return database
          .jdbi()
          .withHandle(handle ->
              handle
                  .createQuery(
                      """
                      SELECT * FROM audit WHERE no < :before AND kind IN (<kinds>)
                      ORDER BY no DESC LIMIT :limit
                      """)
                  .bind("before", before)
                  .bindList("kinds", asked.stream().map(Enum::name).toList())
                  .bind("limit", limit)
                  .map((row, ctx) -> AuditWriter.entry(row))
                  .list());
    } catch (JdbiException e) {
      throw unreadable(e);
    }
  }

  @Override
  public AuditCheck verify() throws StoreException {
    try {
      // one transaction: what is added meanwhile is looked over another time
      return database.jdbi().inTransaction(H2AuditTrail::verify);
    } catch (JdbiException e) {
      throw unreadable(e);
    }
  }

  private static AuditCheck verify(Handle handle) {
    // the note first: rows added after it was read are looked over like all others
    String noted = AuditWriter.notedHead(handle).orElse("");
    long last = AuditWriter.head(handle).no();
    boolean noteFound = noted.isEmpty() && last == 0;
    byte[] seal = AuditWriter.ORIGIN;
    long next = 1;
    while (next <= last) {
      List<AuditEntry> entries = rows(handle, next);
      if (entries.isEmpty()) {
        return new AuditCheck.Broken(next);
      }
      for (AuditEntry entry : entries) {
        seal = AuditWriter.seal(seal, next, entry.event());
        if (entry.no() != next || !HexFormat.of().formatHex(seal).equals(entry.seal())) {
          return new AuditCheck.Broken(next);
        }
        noteFound |= new AuditWriter.Head(next, seal).text().equals(noted);
        next++;
      }
    }
    return noteFound
        ? new AuditCheck.Sound(last, last == 0 ? "" : HexFormat.of().formatHex(seal))
        : new AuditCheck.Broken(next);
  }

  private static List<AuditEntry> rows(Handle handle, long from) {
    return handle
        .createQuery("SELECT * FROM audit WHERE no >= :from ORDER BY no LIMIT :limit")
        .bind("from", from)
        .bind("limit", ROWS_AT_ONCE)
        .map((row, ctx) -> AuditWriter.entry(row))
        .list();
  }

  private static StoreException unreadable(JdbiException e) {
    return new StoreException(
        "The audit trail could not be read: " + DatabaseFaults.firstLine(e), e);
  }
}
