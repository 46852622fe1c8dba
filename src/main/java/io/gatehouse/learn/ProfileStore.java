package io.gatehouse.learn;

import com.google.gson.JsonParseException;
import io.gatehouse.common.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was learned, in the folder {@code learned} of the data folder: {@code profile-N.json}, never
 * changed once written, and {@code current}, which names the one in use. After a cut at any moment
 * the old one is in use or the new one, whole.
 */
public final class ProfileStore {

  private static final Pattern NAME = Pattern.compile("profile-([1-9][0-9]{0,8})\\.json");
  private static final String NONE = "none";

  private final Path folder;
  private final ProfileForm form = new ProfileForm();

  /**
   * @param data the data folder; nothing is made in it before something is learned
   */
  public ProfileStore(Path data) {
    this.folder = data.resolve("learned");
  }

  /**
   * The profile in use, or {@link SiteProfile#AS_DELIVERED}.
   *
   * @throws ProfileException when there is one that cannot be used
   */
  public SiteProfile current() throws ProfileException {
    int number = currentNumber();
    return number == 0 ? SiteProfile.AS_DELIVERED : read(number);
  }

  /** A number that no profile has had. */
  public int nextNumber() throws ProfileException {
    if (!Files.isDirectory(folder)) {
      return 1;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return 1
          + files
              .map(file -> NAME.matcher(file.getFileName().toString()))
              .filter(Matcher::matches)
              .mapToInt(name -> Integer.parseInt(name.group(1)))
              .max()
              .orElse(0);
    } catch (IOException e) {
      throw new ProfileException("%s cannot be listed: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Keeps a profile; the one in use stays in use. */
  public void write(SiteProfile profile) throws ProfileException {
    replace(file(profile.number()), form.write(profile));
  }

  /**
   * Puts a profile that was written in use, from the kiosk's next start on.
   *
   * @param number 0 for the product as delivered
   */
  public void use(int number) throws ProfileException {
    if (number != 0) {
      read(number);
    }
    replace(currentFile(), (number == 0 ? NONE : file(number).getFileName()) + "\n");
  }

  /**
   * Puts the profile before the one in use back in use; one that cannot be read is passed over.
   *
   * @return its number, 0 for the product as delivered
   * @throws ProfileException when nothing learned is in use
   */
  public int back() throws ProfileException {
    int number = currentNumber();
    if (number == 0) {
      throw new ProfileException(
          "Nothing learned is in use in %s: there is no way back to go.".formatted(folder));
    }
    int before = isUsable(number) ? read(number).before() : number - 1;
    while (before > 0 && !isUsable(before)) {
      before--;
    }
    use(before);
    return before;
  }

  private int currentNumber() throws ProfileException {
    String name;
    try {
      name = Files.readString(currentFile()).strip();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new ProfileException(
          "%s cannot be read (%s): plates are read as delivered."
              .formatted(currentFile(), e.getMessage()),
          e);
    }
    if (name.equals(NONE)) {
      return 0;
    }
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new ProfileException(
          "%s names no profile: plates are read as delivered.".formatted(currentFile()));
    }
    return Integer.parseInt(matcher.group(1));
  }

  private boolean isUsable(int number) {
    try {
      read(number);
      return true;
    } catch (ProfileException e) {
      return false;
    }
  }

  private SiteProfile read(int number) throws ProfileException {
    Path file = file(number);
    try {
      SiteProfile profile = form.read(Files.readString(file));
      if (profile.number() != number) {
        throw new JsonParseException("its number is " + profile.number());
      }
      return profile;
    } catch (NoSuchFileException e) {
      throw unusable(file, "it is not there", e);
    } catch (IOException | JsonParseException e) {
      throw unusable(file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private static ProfileException unusable(Path file, String why, Exception cause) {
    return new ProfileException(
        "What was learned cannot be used, %s: %s; plates are read as delivered. 'gatehouse learn --back' returns to the one before."
            .formatted(file, why),
        cause);
  }

  private void replace(Path file, String content) throws ProfileException {
    try {
      Files.createDirectories(folder);
      WholeFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ProfileException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Path file(int number) {
    return folder.resolve("profile-" + number + ".json");
  }

  private Path currentFile() {
    return folder.resolve("current");
  }
}
