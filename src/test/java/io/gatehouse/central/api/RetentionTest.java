package io.gatehouse.central.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.central.access.Role;
import io.gatehouse.central.image.DatabaseVault;
import io.gatehouse.common.Sha256;
import io.gatehouse.common.Threads;
import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What grows old goes, on both databases. */
@ParameterizedClass
@EnumSource(Dialect.class)
class RetentionTest {

  private static final RetentionRule RULE = new RetentionRule(30, 365);

  private static CentralSite site;
  private static DatabaseVault vault;

  @Parameter Dialect dialect;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) throws Exception {
    site = CentralSite.open(dialect);
    vault =
        new DatabaseVault(
            site.database(),
            site.time(),
            new Threads((thread, e) -> {
              throw new AssertionError(thread.getName() + " failed", e);
            }));
  }

  @AfterParameterizedClassInvocation
  static void close() throws Exception {
    vault.close();
    site.close();
  }

  @BeforeEach
  void clear() {
    site.clear();
  }

  private static Instant ago(int days) {
    return site.now().minus(Duration.ofDays(days));
  }

  private static void storedAt(byte[] jpeg, int days) {
    site.database()
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE image SET stored_at = ? WHERE sha256 = ?",
                ago(days).atOffset(ZoneOffset.UTC),
                Sha256.of(jpeg)));
  }

  private static Retention.Gone apply() throws Exception {
    return new Retention(site.database(), vault).apply(RULE, site.now());
  }

  private static List<String> plates() {
    return site.database()
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT plate_id FROM vehicle ORDER BY plate_id")
                .mapTo(String.class)
                .list());
  }

  private static int passages() {
    return site.database()
        .jdbi()
        .withHandle(handle ->
            handle.createQuery("SELECT COUNT(*) FROM passage").mapTo(Integer.class).one());
  }

  @Test
  void oldPicturesGoAndTheirRowsStay() throws Exception {
    byte[] old = {1};
    byte[] young = {2};
    long id =
        site.vehicle("30A00001").in(ago(50)).out(ago(40), 0).picture("entry_full", old).store();
    site.vehicle("30A00002").in(ago(9)).out(ago(8), 0).picture("entry_full", young).store();
    storedAt(old, 50);
    storedAt(young, 9);

    Retention.Gone gone = apply();

    assertThat(gone).isEqualTo(new Retention.Gone(0, 1));
    assertThat(vault.find(Sha256.of(old))).isEmpty();
    assertThat(vault.find(Sha256.of(young))).isPresent();
    assertThat(plates()).containsExactly("30A00001", "30A00002");
    assertThat(site.get(site.reader(), "/api/plate-image/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void aPictureThatAYoungRowSharesStays() throws Exception {
    byte[] shared = {3};
    site.vehicle("30A00001").in(ago(50)).out(ago(40), 0).picture("entry_full", shared).store();
    site.vehicle("30A00002").in(ago(1)).out(ago(1), 0).picture("exit_crop", shared).store();
    storedAt(shared, 50);

    assertThat(apply().pictures()).isZero();
    assertThat(vault.find(Sha256.of(shared))).isPresent();
  }

  @Test
  void whatIsInsideKeepsAllHoweverLong() throws Exception {
    byte[] entry = {4};
    site.vehicle("30A00001").in(ago(500)).picture("entry_full", entry).store();
    storedAt(entry, 500);

    assertThat(apply()).isEqualTo(new Retention.Gone(0, 0));
    assertThat(plates()).containsExactly("30A00001");
    assertThat(vault.find(Sha256.of(entry))).isPresent();
  }

  @Test
  void oldRowsGoWithWhatWasToldOfThem() throws Exception {
    site.vehicle("30A00001").in(ago(401)).out(ago(400), 0).store();
    site.vehicle("30A00002").in(ago(300)).out(ago(299), 0).store();
    site.database()
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                """
                INSERT INTO passage (gate_id, event_id, vehicle_id, direction, captured_at, data)
                SELECT gate_id, entry_event, id, 'IN', entry_time, '{}' FROM vehicle
                """));

    assertThat(apply().rows()).isEqualTo(1);

    assertThat(plates()).containsExactly("30A00002");
    assertThat(passages()).isEqualTo(1);
    assertThat(
            CentralSite.json(site.get(site.reader(), "/api/parking/history?search=00001"))
                .get("total")
                .getAsInt())
        .isZero();
  }

  @Test
  void nothingGoesWhereItIsKeptForEver() throws Exception {
    site.vehicle("30A00001").in(ago(4_001)).out(ago(4_000), 0).store();

    new Retention(site.database(), vault).apply(new RetentionRule(0, 0), site.now());

    assertThat(plates()).containsExactly("30A00001");
  }

  @Test
  void theRuleIsTheOwners() throws Exception {
    CentralSite.Asker owner = site.person("Owner of " + dialect, Role.OWNER);

    site.send(owner, "PUT", "/api/retention", "{\"picture_days\":10,\"row_days\":0}");

    assertThat(site.database().jdbi().withHandle(RetentionRule::read))
        .isEqualTo(new RetentionRule(10, 0));
  }
}
