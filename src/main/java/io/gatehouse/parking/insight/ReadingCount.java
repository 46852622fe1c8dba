package io.gatehouse.parking.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the sightings of one day. Not safe for use by several threads. */
public final class ReadingCount {

  private final LocalDate day;
  private final ZoneId zone;
  private final List<Tally> byHour =
      new ArrayList<>(Collections.nCopies(BusinessDay.HOURS, Tally.NONE));
  private final Map<Light, Tally> byLight = new EnumMap<>(Light.class);
  private final List<Tally> byConfidence =
      new ArrayList<>(Collections.nCopies(Confidence.FROM.size(), Tally.NONE));
  private final Map<Misread, Long> misreads = new HashMap<>();
  private final Qualities night = new Qualities();
  private final Qualities daylight = new Qualities();
  private long passages;
  private long unread;
  private long typed;
  private long automatic;

  public ReadingCount(LocalDate day, ZoneId zone) {
    this.day = day;
    this.zone = zone;
  }

  /** One passage of this day. */
  public void add(Sighting sighting) {
    int hour = sighting.at().atZone(zone).getHour();
    passages++;
    unread += sighting.read().isEmpty() ? 1 : 0;
    typed += sighting.word() == Sighting.Word.TYPED ? 1 : 0;
    automatic += sighting.word() == Sighting.Word.MACHINE ? 1 : 0;
    sighting
        .quality()
        .ifPresent(quality -> (ReadingDay.isNight(hour) ? night : daylight).add(quality));
    if (sighting.word() == Sighting.Word.PERSON && !sighting.read().isEmpty()) {
      judge(sighting, hour);
    }
  }

  private void judge(Sighting sighting, int hour) {
    boolean wrong = !sighting.read().equals(sighting.plate());
    Tally tally = new Tally(1, wrong ? 1 : 0);
    byHour.set(hour, byHour.get(hour).plus(tally));
    byLight.merge(
        sighting.quality().map(q -> Light.of(q.brightness())).orElse(Light.UNKNOWN),
        tally,
        Tally::plus);
    int step = Confidence.step(sighting.confidence());
    byConfidence.set(step, byConfidence.get(step).plus(tally));
    if (wrong) {
      Misreads.between(sighting.read(), sighting.plate())
          .forEach(misread -> misreads.merge(misread, 1L, Long::sum));
    }
  }

  public ReadingDay count() {
    ReadingFigures figures =
        new ReadingFigures(
            passages, unread, typed, automatic, byHour, byLight, byConfidence, misreads);
    return new ReadingDay(day, figures, night.medians(), daylight.medians());
  }

  private static final class Qualities {
    private final List<Double> sharpness = new ArrayList<>();
    private final List<Double> brightness = new ArrayList<>();

    void add(PictureQuality quality) {
      sharpness.add((double) quality.sharpness());
      brightness.add((double) quality.brightness());
    }

    PictureMedians medians() {
      return Medians.of(sharpness.size(), sharpness, brightness);
    }
  }
}
