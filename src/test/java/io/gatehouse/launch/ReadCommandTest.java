package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.Pictures;
import io.gatehouse.support.Videos;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aBrokenPictureIsOneLineAndTheOthersGoOn() throws Exception {
    Files.writeString(folder.resolve("a.jpg"), "no picture");
    Pictures.write(folder.resolve("b.png"), 64, 48, 90, 90, 90);

    int code = run("--format", "csv", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("a.jpg");
    assertThat(out.toString().lines())
        .hasSize(2)
        .contains("file,plate,confidence,view,kind,lines,x,y,width,height,millis")
        .anyMatch(row -> row.startsWith(folder.resolve("b.png") + ",,,,,,,,,,"));
  }

  @Test
  void aPathThatDoesNotExistIsOneLine() {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .endsWith("nowhere does not exist; check the name");
  }

  @Test
  void aFolderWithoutPicturesIsOneLine() {
    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("holds no pictures");
  }

  @Test
  void annotatedCopiesAndJsonAreWritten() throws Exception {
    Path picture = Pictures.write(folder.resolve("b.png"), 64, 48, 90, 90, 90);

    int code =
        run("--format", "json", "--annotate", folder.resolve("out").toString(), picture.toString());

    assertThat(code).isZero();
    assertThat(folder.resolve("out/b.jpg")).exists();
    assertThat(out.toString()).startsWith("[").contains("\"file\":").endsWith("]\n");
  }

  @Test
  void aVideoIsOneRowLikeAPicture() throws Exception {
    Path video = Videos.h264(folder.resolve("làn vào.mp4"), 320, 240, 12, 25);

    assertThat(run("--format", "csv", video.toString())).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith(video + ",,,,");
  }

  @Test
  void aBrokenVideoIsOneLine() throws Exception {
    Path video = Files.writeString(folder.resolve("gate.mp4"), "no video");

    assertThat(run(video.toString())).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().contains("gate.mp4");
  }

  @Test
  void aPictureOfAHundredMegapixelsIsRead() throws Exception {
    Path picture = Pictures.write(folder.resolve("a.jpg"), 12_000, 8_400, 90, 90, 90);

    assertThat(run("--format", "csv", picture.toString())).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith(picture + ",,,,");
  }

  @Test
  void namesMayHoldAnyCharacters() throws Exception {
    Path below = Files.createDirectory(folder.resolve("Cổng Đông 車"));
    Path picture = Pictures.write(below.resolve("Ảnh xe.PNG"), 64, 48, 90, 90, 90);
    Path copies = folder.resolve("bản sao");

    assertThat(run("--format", "csv", "--annotate", copies.toString(), below.toString())).isZero();

    assertThat(out.toString().lines()).anyMatch(row -> row.startsWith(picture + ",,,,"));
    assertThat(copies.resolve("Ảnh xe.jpg")).isNotEmptyFile();
  }

  @Test
  void readingsOfOnePlateInAVideoAreTakenTogether() {
    assertThat(VideoPlates.distance("51G10993", "51C1099")).isEqualTo(2);
    assertThat(VideoPlates.distance("", "AB")).isEqualTo(2);
  }

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new ReadCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
