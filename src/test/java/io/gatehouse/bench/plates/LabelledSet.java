package io.gatehouse.bench.plates;

import io.gatehouse.camera.PictureDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of photographs whose plates are known: {@code images/} and {@code labels.csv} with the
 * columns {@code file,text}; further ones are free.
 *
 * @param name of the folder
 * @param pictures in the order of the labels
 */
record LabelledSet(String name, List<LabelledPicture> pictures) {

  /**
   * A photograph and the plates in it.
   *
   * @param texts at least one
   */
  record LabelledPicture(Path file, List<String> texts) {}

  private static final String LABELS = "labels.csv";

  LabelledSet {
    pictures = List.copyOf(pictures);
  }

  /**
   * The sets in a folder: the folder itself where it holds labels, else those right below it.
   *
   * @param only their names; all when empty
   * @param every takes each so-manieth picture of a set, 1 for all
   * @throws IOException when there is no such set, or labels or pictures cannot be read
   */
  static List<LabelledSet> in(Path folder, List<String> only, int every) throws IOException {
    List<Path> folders;
    if (Files.exists(folder.resolve(LABELS))) {
      folders = List.of(folder);
    } else if (Files.isDirectory(folder)) {
      try (Stream<Path> below = Files.list(folder)) {
        folders = below.filter(set -> Files.exists(set.resolve(LABELS))).sorted().toList();
      }
    } else {
      folders = List.of();
    }
    List<LabelledSet> sets = new ArrayList<>();
    for (Path set : folders) {
      if (only.isEmpty() || only.contains(set.toAbsolutePath().normalize().toFile().getName())) {
        sets.add(read(set, every));
      }
    }
    if (sets.isEmpty()) {
      throw new IOException(
          "no set %sin %s: a set is a folder with images/ and labels.csv"
              .formatted(only.isEmpty() ? "" : String.join(", ", only) + " ", folder));
    }
    return sets;
  }

  /** At most so many of its pictures, evenly from all over it. */
  LabelledSet spread(int most) {
    if (pictures.size() <= most) {
      return this;
    }
    List<LabelledPicture> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(pictures.get((int) ((long) i * pictures.size() / most)));
    }
    return new LabelledSet(name, some);
  }

  private static LabelledSet read(Path folder, int every) throws IOException {
    Path labels = folder.resolve(LABELS);
    List<String> lines = Files.readAllLines(labels);
    List<String> header = lines.isEmpty() ? List.of() : Arrays.asList(lines.getFirst().split(","));
    int file = header.indexOf("file");
    int text = header.indexOf("text");
    if (file < 0 || text < 0) {
      throw new IOException(
          labels + " must begin with a line that names the columns file and text");
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      if (fields.length > Math.max(file, text)) {
        texts.computeIfAbsent(fields[file], name -> new ArrayList<>()).add(fields[text]);
      }
    }
    List<LabelledPicture> pictures = new ArrayList<>();
    int row = 0;
    for (Map.Entry<String, List<String>> labelled : texts.entrySet()) {
      Path picture = folder.resolve("images").resolve(labelled.getKey());
      if (row++ % every == 0 && PictureDecoder.isPictureName(picture)) {
        pictures.add(new LabelledPicture(picture, List.copyOf(labelled.getValue())));
      }
    }
    return new LabelledSet(folder.toAbsolutePath().normalize().toFile().getName(), pictures);
  }
}
