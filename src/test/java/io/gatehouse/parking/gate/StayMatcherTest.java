package io.gatehouse.parking.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StayMatcherTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T00:12:00Z");

  private final StayMatcher matcher = new StayMatcher();

  @Test
  void theSamePlateComesFirstHoweverFaintlyItWasRead() {
    List<ReadCharacter> read = sure("59P112345");
    read.set(8, new ReadCharacter('5', 0.5f, List.of(new Candidate('6', 0.45f))));

    assertThat(plates(read, "59P112346", "59P112345")).containsExactly("59P112345", "59P112346");
  }

  @Test
  void aCharacterThatTheReaderConsideredBeatsOneThatItDidNot() {
    List<ReadCharacter> read = sure("59P112345");
    read.set(8, new ReadCharacter('5', 0.6f, List.of(new Candidate('6', 0.3f))));

    assertThat(plates(read, "59P112347", "59P112346")).containsExactly("59P112346", "59P112347");
  }

  @Test
  void charactersThatLookAlikeBeatOthersOfTheSamePlace() {
    assertThat(plates(sure("51D12345"), "51H12345", "51012345"))
        .containsExactly("51012345", "51H12345");
  }

  @Test
  void aMissingOrAdditionalCharacterIsFound() {
    List<StayMatcher.Likely> missing =
        matcher.rank(sure("59P11234"), List.of(stay("59P112345", 0)), 3);
    List<StayMatcher.Likely> additional =
        matcher.rank(sure("59P1123451"), List.of(stay("59P112345", 0)), 3);

    assertThat(missing).extracting(StayMatcher.Likely::errors).containsExactly(1);
    assertThat(additional).extracting(StayMatcher.Likely::errors).containsExactly(1);
  }

  @Test
  void anotherVehicleIsNoCandidate() {
    assertThat(plates(sure("59P112345"), "59P198765", "30A12345")).isEmpty();
  }

  @Test
  void ofEquallyLikelyOnesTheLastThatCameIsFirst() {
    List<Stay> open = List.of(stay("59P112340", 0), stay("59P112349", 60));

    assertThat(matcher.rank(sure("59P112343"), open, 3))
        .extracting(likely -> likely.stay().plate())
        .containsExactly("59P112349", "59P112340");
  }

  @Test
  void noMoreThanWanted() {
    assertThat(plates(sure("59P112345"), "59P112340", "59P112341", "59P112342", "59P112343"))
        .hasSize(3);
  }

  private List<String> plates(List<ReadCharacter> read, String... open) {
    List<Stay> stays = Stream.of(open).map(plate -> stay(plate, 0)).toList();
    return matcher.rank(read, stays, 3).stream().map(likely -> likely.stay().plate()).toList();
  }

  private static List<ReadCharacter> sure(String text) {
    List<ReadCharacter> read = new ArrayList<>();
    text.chars().forEach(c -> read.add(new ReadCharacter((char) c, 0.99f, List.of())));
    return read;
  }

  private static Stay stay(String plate, int minutesLater) {
    return new Stay(
        UUID.nameUUIDFromBytes(plate.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        plate,
        plate,
        VehicleKind.MOTORBIKE,
        Optional.empty(),
        MORNING.plusSeconds(60L * minutesLater),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
