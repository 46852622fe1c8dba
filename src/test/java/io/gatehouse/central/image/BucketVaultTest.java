package io.gatehouse.central.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.EdgeClient;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.Jpegs;
import io.gatehouse.support.RunningCentral;
import io.gatehouse.support.S3Server;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketVaultTest {

  @TempDir private static Path folder;
  private static S3Server s3;

  @TempDir private Path data;

  @BeforeAll
  static void start() throws Exception {
    s3 = S3Server.start(folder);
  }

  @AfterAll
  static void stop() {
    s3.close();
  }

  private static Threads threads() {
    return new Threads((thread, e) -> {
      throw new AssertionError(thread.getName(), e);
    });
  }

  @Test
  void aPictureGoesIntoTheBucketAndComesBackBitForBit() throws Exception {
    byte[] jpeg = Jpegs.noise(4, 200, 100);
    String hash = EdgeClient.sha256(jpeg);
    try (CentralDatabase database = CentralDatabase.embedded(data);
        ImageVault vault =
            BucketVault.open(s3.bucket("new-bucket"), database, TimeSource.system(), threads())) {
      assertThat(vault.answers()).isTrue();
      assertThat(vault.has(hash)).isFalse();
      assertThat(vault.put(hash, jpeg)).isTrue();
      assertThat(vault.put(hash, jpeg)).isFalse();
      assertThat(vault.find(hash)).get().isEqualTo(jpeg);
      long inBucket =
          database
              .jdbi()
              .withHandle(h ->
                  h.createQuery("SELECT COUNT(*) FROM image WHERE jpeg IS NULL")
                      .mapTo(Long.class)
                      .one());
      assertThat(inBucket).isEqualTo(1);
      vault.remove(hash);
      vault.remove(hash);
      assertThat(vault.find(hash)).isEmpty();
      assertThat(vault.has(hash)).isFalse();
    }
  }

  @Test
  void picturesFromBeforeTheBucketAreStillFound() throws Exception {
    byte[] jpeg = Jpegs.noise(5, 20, 20);
    String hash = EdgeClient.sha256(jpeg);
    try (CentralDatabase database = CentralDatabase.embedded(data)) {
      try (ImageVault before = new DatabaseVault(database, TimeSource.system(), threads())) {
        before.put(hash, jpeg);
      }
      try (ImageVault vault =
          BucketVault.open(s3.bucket("later"), database, TimeSource.system(), threads())) {
        assertThat(vault.find(hash)).get().isEqualTo(jpeg);
      }
    }
  }

  @Test
  void refusedKeysAreToldInOneLineWithoutTheSecret() throws Exception {
    try (CentralDatabase database = CentralDatabase.embedded(data)) {
      assertThatThrownBy(() ->
              BucketVault.open(
                  s3.bucket("other", "wrong-secret"), database, TimeSource.system(), threads()))
          .isInstanceOf(CentralException.class)
          .hasMessageStartingWith("bucket other at http://127.0.0.1:")
          .hasMessageContaining("cannot be used")
          .hasMessageNotContaining("wrong-secret")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void twoServersOnOneDatabaseAndOneBucketWorkAsOne() throws Exception {
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
      CentralOptions options =
          RunningCentral.options(
              data, Optional.of(postgres.newDatabase()), Optional.of(s3.bucket("shared")));
      String token;
      byte[] jpeg = Jpegs.noise(6, 60, 60);
      String hash = EdgeClient.sha256(jpeg);
      try (CentralServer first = RunningCentral.start(options, TimeSource.system());
          CentralServer second = RunningCentral.start(options, TimeSource.system())) {
        token = RunningCentral.newGate(options, "A");
        EdgeClient left = new EdgeClient(first.port(), token);
        EdgeClient right = new EdgeClient(second.port(), token);
        assertThat(left.put(hash, jpeg).status()).isEqualTo(201);
        assertThat(right.head(hash).status()).isEqualTo(200);
        assertThat(right.put(hash, jpeg).status()).isEqualTo(200);
        assertThat(left.get("/healthz").text()).contains("\"pictures\":\"ok\"");
      }
    }
  }
}
