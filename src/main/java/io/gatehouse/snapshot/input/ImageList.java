package io.gatehouse.snapshot.input;

import io.gatehouse.snapshot.common.ImportException;
import io.gatehouse.snapshot.common.Line;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of what to import: one path or URL a line, {@code #} begins a comment line. */
public final class ImageList {

  private ImageList() {}

  /**
   * Reads a list.
   *
   * @throws ImportException when there is none
   */
  public static List<Line> read(Path file) throws ImportException {
    try {
      List<Line> lines = new ArrayList<>();
      List<String> text = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < text.size(); i++) {
        // an editor on Windows may begin the file with a byte order mark
        String line = (i == 0 ? text.get(i).replace("\uFEFF", "") : text.get(i)).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          lines.add(new Line(i + 1, line));
        }
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new ImportException(
          "the list %s does not exist; write one path or URL a line".formatted(file), e);
    } catch (MalformedInputException e) {
      throw new ImportException(
          "%s is no text in UTF-8; --images takes a list of pictures, not a picture"
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new ImportException("the list %s cannot be read: %s".formatted(file, e), e);
    }
  }
}
