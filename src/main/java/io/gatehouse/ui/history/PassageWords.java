package io.gatehouse.ui.history;

import io.gatehouse.decide.Outcome;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A passage in everyday words. */
final class PassageWords {

  private final Texts texts;
  private final Formats formats;
  private final PlateGrammar grammar;

  PassageWords(Texts texts, Formats formats, PlateGrammar grammar) {
    this.texts = texts;
    this.formats = formats;
    this.grammar = grammar;
  }

  /** The plate that counts, or that there was none. */
  String plate(Passage passage) {
    return passage.plate().isEmpty() ? texts.get("history.noplate") : passage.display();
  }

  String direction(Passage passage) {
    return texts.of(passage.direction());
  }

  /** To the second today, to the minute on other days. */
  String when(Instant at) {
    boolean today = LocalDate.ofInstant(at, formats.zone()).equals(formats.today());
    return today ? formats.clockWithSeconds(at) : formats.moment(at);
  }

  /** What was done: the last thing that gave the plate its text. */
  String what(Passage passage) {
    if (passage.corrected()) {
      return texts.get("history.what.corrected", display(passage.originalPlate(), passage));
    }
    if (passage.outcome() == Outcome.CORRECTED && !passage.readText().isEmpty()) {
      return texts.get("history.what.corrected", display(passage.readText(), passage));
    }
    return outcome(passage.outcome());
  }

  String outcome(Outcome outcome) {
    return texts.of(outcome);
  }

  /** With separators, as the passage's own plate has them. */
  String display(String compact, Passage passage) {
    return grammar.parse(compact, passage.lines()).display();
  }

  String day(DayChoice choice, LocalDate today) {
    return switch (choice) {
      case DayChoice.Today() -> texts.get("history.day.today");
      case DayChoice.Yesterday() -> texts.get("history.day.yesterday");
      case DayChoice.All() -> texts.get("history.day.all");
      case DayChoice.On(LocalDate day) -> date(day, today);
    };
  }

  /** {@code Th 3 10/3}, with the year when it is another one. */
  String date(LocalDate day, LocalDate today) {
    Locale locale = texts.locale();
    String pattern = day.getYear() == today.getYear() ? "EEE d/M" : "EEE d/M/yy";
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }
}
