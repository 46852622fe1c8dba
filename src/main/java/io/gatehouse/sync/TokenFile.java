package io.gatehouse.sync;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the central gave this gate at its enrolment, in a file of its own that only the kiosk's user
 * can read. The token is for one address and is never sent to another.
 */
final class TokenFile {

  private static final Logger log = LoggerFactory.getLogger(TokenFile.class);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final Gson gson = new Gson();

  TokenFile(Path file) {
    this.file = file;
  }

  /** What was enrolled. Not a record: its text must not hold the token. */
  static final class Enrolled {

    private final String central;

    @SerializedName("gate_id")
    private final long gateId;

    private final String token;

    Enrolled(String central, long gateId, String token) {
      this.central = central;
      this.gateId = gateId;
      this.token = token;
    }

    long gateId() {
      return gateId;
    }

    String token() {
      return token;
    }

    boolean isWhole() {
      return central != null && token != null && !token.isEmpty();
    }

    @Override
    public String toString() {
      return "gate %d at %s".formatted(gateId, central);
    }
  }

  /** The enrolment at this central; empty when there is none that can be used. */
  Optional<Enrolled> read(CentralAddress address) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Enrolled enrolled = gson.fromJson(Files.readString(file), Enrolled.class);
      return Optional.ofNullable(enrolled)
          .filter(Enrolled::isWhole)
          .filter(found -> found.central.equals(address.toString()));
    } catch (IOException | JsonParseException e) {
      log.warn("{} cannot be read, this gate must be enrolled again: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Never on the disk with anybody else's permission to read it, not even for a moment. */
  void write(CentralAddress address, long gateId, String token) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary);
    if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(temporary, OWNER_ONLY);
    }
    Files.write(
        temporary,
        gson.toJson(new Enrolled(address.toString(), gateId, token))
            .getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
