package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.FakePlateApi;
import io.gatehouse.support.Jpegs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as they are typed. */
class ImportCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakePlateApi api;
  private Path env;
  private Path list;

  @BeforeEach
  void start() throws Exception {
    api = new FakePlateApi();
    env =
        Files.writeString(
            folder.resolve(".env"),
            """
            # as somebody fills it in
            PLATE_API_KEY="0123456789abcdef0123456789abcdef01234567"
            export SNAPSHOT_API_URL=%s
            STORE_IMAGES=db
            """
                .formatted(api.url()));
    Path first = Files.write(folder.resolve("vehicle1.jpg"), Jpegs.noise(1, 32, 24));
    Path second = Files.write(folder.resolve("vehicle2.jpg"), Jpegs.noise(2, 32, 24));
    list =
        Files.write(
            folder.resolve("images.txt"),
            List.of("# two vehicles", first.toString(), "", "  " + second + "  "));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 5];
    all[0] = "import";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = folder.resolve("data").toString();
    all[arguments.length + 3] = "--env-file";
    all[arguments.length + 4] = env.toString();
    return Gatehouse.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  @Test
  void theCommandsOfTheFirstDescriptionWork() throws Exception {
    api.then(200, FakePlateApi.onePlate("59p168480", 0.75));

    int code = run("--images", list.toString(), "--delay", "0.1", "--confidence-threshold", "0.8");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("2 pictures in ")
        .contains("1 stored")
        .contains("1 below threshold")
        .contains("calls: 2 in this run; 1,201 of 2,500 this month, 1,299 left");
    assertThat(err.toString()).contains("gatehouse: 2 of 2, ").contains("2 calls");
    assertThat(api.requests())
        .filteredOn(r -> r.getMethod().equals("POST"))
        .allMatch(r ->
            "Token 0123456789abcdef0123456789abcdef01234567"
                .equals(r.getHeaders().get("Authorization")));
    assertThat(Files.readString(folder.resolve("data/failed.csv")))
        .isEqualTo("line,source,outcome,reason,sha256\r\n");
  }

  @Test
  void whatFailedAndWhyIsInTheReportAndInTheExitCode() throws Exception {
    Files.writeString(list, "\n/nowhere/vehicle,3.jpg\n", StandardOpenOption.APPEND);
    Path report = folder.resolve("why.csv");

    int code = run("--images", list.toString(), "--delay", "0", "--report", report.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("2 stored").contains("1 failed").contains("why.csv");
    assertThat(Files.readAllLines(report))
        .containsExactly(
            "line,source,outcome,reason,sha256",
            "6,\"/nowhere/vehicle,3.jpg\",FAILED,there is no such file,");
  }

  @Test
  void aWrongKeyStopsAtOnceAndSaysWhatToCheck() {
    api.then(403, "{\"detail\":\"Invalid token.\"}");

    assertThat(run("--images", list.toString())).isEqualTo(1);

    assertThat(out.toString()).contains("stopped: ").contains("check PLATE_API_KEY");
    assertThat(out.toString() + err).doesNotContain("0123456789abcdef");
  }

  @Test
  void withoutAKeyOneLineSaysWhatToDo() throws Exception {
    Files.writeString(env, "STORE_IMAGES=db\n");

    assertThat(run("--images", list.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("PLATE_API_KEY is not set").contains("--recognizer local");
  }

  @Test
  void aPictureComesBack() throws Exception {
    run("--images", list.toString(), "--delay", "0");
    String id = RowIds.of(folder.resolve("data")).getFirst();
    Path back = folder.resolve("back.jpg");

    assertThat(run("--fetch", id, "--output", back.toString())).isZero();
    assertThat(Files.readAllBytes(back)).isIn(Jpegs.noise(1, 32, 24), Jpegs.noise(2, 32, 24));
    assertThat(run("--list")).isZero();
    assertThat(out.toString())
        .contains("id,captured_at,camera_id,plate,confidence,image\n")
        .containsPattern(id + ",\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z,,59P1")
        .contains(",0.910," + folder.resolve("vehicle1.jpg"));
    assertThat(run("--fetch", id, "--link")).as("the database has no addresses").isEqualTo(1);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void ourOwnRecogniserNeedsNoKeyAndAsksNobody() throws Exception {
    Files.writeString(env, "");

    assertThat(run("--images", list.toString(), "--recognizer", "local", "--parallel", "2"))
        .isZero();

    assertThat(out.toString()).contains("2 no plate").doesNotContain("calls");
    assertThat(api.requests()).isEmpty();
  }
}
