package io.gatehouse.snapshot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.support.FakePlateApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  @Test
  void theUsualFormIsReadWhole() throws Exception {
    Answer answer = AnswerReader.read(FakePlateApi.onePlate("59p168480", 0.904));

    assertThat(answer.filename()).contains("1130_a1b2c.jpg");
    assertThat(answer.cameraId()).isEmpty();
    assertThat(answer.timestamp()).contains(Instant.parse("2026-11-21T02:03:04.5Z"));
    assertThat(answer.vehicles()).isEqualTo(1);
    AnsweredPlate plate = answer.plates().getFirst();
    assertThat(plate.text()).isEqualTo("59p168480");
    assertThat(plate.score()).isEqualTo(0.904);
    assertThat(plate.detectionScore()).contains(0.79);
    assertThat(plate.region()).contains("vn");
    assertThat(plate.vehicleType()).contains("Sedan");
    assertThat(plate.makesModels())
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"make":"Toyota","model":"Vios","score":0.71},
                 {"make":"Kia","model":"Rio","score":0.1}]
                """));
    assertThat(plate.colors().toString()).isEqualTo("[{\"color\":\"white\",\"score\":0.9}]");
    assertThat(plate.orientations().toString()).contains("Rear");
    assertThat(plate.box().orElseThrow().get("ymax").getAsInt()).isEqualTo(575);
  }

  @Test
  void theFormByVehicleIsReadWholeAndAVehicleWithoutPlateCounts() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"filename":"x.jpg","camera_id":"null","timestamp":"2020-01-16 17:00:00","results":[
              {"plate":null,"vehicle":{"type":"Bus","score":0.7,"box":{"xmin":1},"props":{}}},
              {"plate":{"type":"Plate","score":0.66,"box":{"xmin":5,"ymin":6,"xmax":7,"ymax":8},
                "props":{"plate":[{"value":"30a12345","score":0.97},{"value":"30a12346","score":0.6}],
                         "region":[{"value":"vn","score":0.8}]}},
               "vehicle":{"type":"SUV","score":0.9,"box":{"xmin":0,"ymin":0,"xmax":9,"ymax":9},
                "props":{"make_model":[{"make":"Kia","model":"Sorento","score":0.5}],
                         "orientation":[{"orientation":"Front","score":0.9}],
                         "color":[{"color":"red","score":0.6}]}}}]}
            """);

    assertThat(answer.cameraId()).isEmpty();
    assertThat(answer.timestamp()).contains(Instant.parse("2020-01-16T17:00:00Z"));
    assertThat(answer.vehicles()).isEqualTo(2);
    assertThat(answer.plates()).hasSize(1);
    AnsweredPlate plate = answer.plates().getFirst();
    assertThat(plate.text()).isEqualTo("30a12345");
    assertThat(plate.score()).isEqualTo(0.97);
    assertThat(plate.detectionScore()).contains(0.66);
    assertThat(plate.region()).contains("vn");
    assertThat(plate.vehicleType()).contains("SUV");
    assertThat(plate.candidates().toString())
        .isEqualTo(
            "[{\"plate\":\"30a12345\",\"score\":0.97},{\"plate\":\"30a12346\",\"score\":0.6}]");
    assertThat(plate.makesModels().toString()).contains("Sorento");
    assertThat(plate.orientations().toString()).contains("Front");
  }

  @Test
  void theSurestPlateComesFirst() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"results":[{"plate":"a","score":0.3},{"plate":"b","score":0.9},{"plate":"c","score":0.5}]}
            """);

    assertThat(answer.plates()).extracting(AnsweredPlate::text).containsExactly("b", "c", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>log in</html>",
        "[]",
        "{}",
        "{\"results\":null}",
        "{\"results\":[{\"plate\":\"59p1",
        "null"
      })
  void whatIsNoAnswerIsSaidToBeNone(String body) {
    assertThatThrownBy(() -> AnswerReader.read(body)).isInstanceOf(WireException.class);
  }

  @Test
  void oddFieldsCostThemselvesAndNotTheAnswer() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"results":[7,null,{"plate":"59p168480","score":"high","box":[],"region":"vn",
              "vehicle":{"score":0,"type":"","box":{}},"color":{},"dscore":null},{"plate":{}},{}],
             "timestamp":"yesterday","filename":7}
            """);

    assertThat(answer.plates()).hasSize(1);
    AnsweredPlate plate = answer.plates().getFirst();
    assertThat(plate.score()).isZero();
    assertThat(plate.region()).isEmpty();
    assertThat(plate.vehicleType()).isEmpty();
    assertThat(answer.timestamp()).isEmpty();
    assertThat(answer.vehicles()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void whatWeWriteWeRead(boolean byVehicle) throws Exception {
    LocalPlate plate =
        new LocalPlate(
            "29MĐ112345",
            0.987,
            0.8,
            new PixelBox(1, 2, 30, 40),
            List.of(new LocalPlate.Other("29MD112345", 0.4)),
            Optional.of("vn"));
    JsonObject written =
        AnswerWriter.write(
            new LocalReader.Reading(List.of(plate), 81.25),
            new AnswerWriter.About(
                "a.jpg", Optional.of("lane-1"), Instant.parse("2026-11-21T01:00:00Z"), byVehicle));

    Answer answer = AnswerReader.read(written.toString());

    assertThat(answer.cameraId()).contains("lane-1");
    assertThat(answer.timestamp()).contains(Instant.parse("2026-11-21T01:00:00Z"));
    assertThat(answer.vehicles()).isZero();
    AnsweredPlate read = answer.plates().getFirst();
    assertThat(read.text()).isEqualTo("29mđ112345");
    assertThat(read.score()).isEqualTo(0.987);
    assertThat(read.detectionScore()).contains(0.8);
    assertThat(read.region()).contains("vn");
    assertThat(read.box().orElseThrow()).isEqualTo(new PixelBox(1, 2, 30, 40).json());
    assertThat(read.candidates()).hasSize(2);
  }
}
