package io.gatehouse.learn;

import io.gatehouse.common.WholeFile;
import io.gatehouse.parking.insight.Light;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes the plates that a guard has labelled as a set: JPEG crops with a margin in {@code
 * images/}, and {@code labels.csv}. The file names say nothing of the plates.
 */
public final class CropExport {

  private static final String HEAD = "file,text,read,light,taken-at\n";

  private final PassageStore store;
  private final Function<byte[], Light> light;

  /**
   * @param light of a JPEG
   */
  public CropExport(PassageStore store, Function<byte[], Light> light) {
    this.store = store;
    this.light = light;
  }

  /**
   * Writes them; the table last, so that it names no picture that is not there.
   *
   * @param folder made when it is not there
   * @return how many had a picture of the plate
   */
  public int write(List<LabelledPassage> labelled, Path folder) throws StoreException, IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    StringBuilder table = new StringBuilder(HEAD);
    int written = 0;
    for (LabelledPassage passage : labelled) {
      Optional<byte[]> crop = store.picture(passage.id(), PictureSize.CROP);
      if (crop.isPresent()) {
        String name = passage.id() + ".jpg";
        Files.write(images.resolve(name), crop.get());
        table.append(row(name, passage));
        written++;
      }
    }
    WholeFile.write(
        folder.resolve("labels.csv"), table.toString().getBytes(StandardCharsets.UTF_8));
    return written;
  }

  private String row(String name, LabelledPassage passage) throws StoreException {
    return "%s,%s,%s,%s,%s\n"
        .formatted(
            name,
            passage.truth(),
            passage.read(),
            light(passage.id()).word(),
            passage.capturedAt());
  }

  /** Of the whole scene: a plate alone is bright in any light. */
  private Light light(UUID id) throws StoreException {
    return store.picture(id, PictureSize.THUMBNAIL).map(light).orElse(Light.UNKNOWN);
  }
}
