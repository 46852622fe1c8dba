package io.gatehouse.learn;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A profile as JSON that people can read. */
final class ProfileForm {

  /** Counts up when an old file must be read differently. */
  private static final int FORM = 1;

  private record Factor(Place place, String read, String is, double factor) {}

  private record Content(
      int form, int number, int before, String madeAt, float sureFrom, List<Factor> factors) {}

  private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  String write(SiteProfile profile) {
    List<Factor> factors =
        profile.factors().asMap().entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<Confusion, Double> e) -> e.getKey().place())
                    .thenComparingInt(e -> e.getKey().read())
                    .thenComparingInt(e -> e.getKey().is()))
            .map(e ->
                new Factor(
                    e.getKey().place(),
                    String.valueOf(e.getKey().read()),
                    String.valueOf(e.getKey().is()),
                    e.getValue()))
            .toList();
    return gson.toJson(
            new Content(
                FORM,
                profile.number(),
                profile.before(),
                profile.madeAt().toString(),
                profile.sureFrom(),
                factors))
        + "\n";
  }

  /**
   * @throws JsonParseException when it is not the JSON of a profile
   */
  SiteProfile read(String json) {
    Content content = gson.fromJson(json, Content.class);
    require(content != null, "it is empty");
    require(content.form() == FORM, "its form is " + content.form());
    require(content.number() > 0, "it has no number");
    require(
        content.before() >= 0 && content.before() < content.number(), "it builds on a later one");
    require(content.sureFrom() >= 0 && content.sureFrom() <= 1, "sureFrom is not from 0 to 1");
    require(content.madeAt() != null && content.factors() != null, "it is not complete");
    return new SiteProfile(
        content.number(),
        content.before(),
        instant(content.madeAt()),
        content.sureFrom(),
        factors(content.factors()));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new JsonParseException("no time in UTC: " + text, e);
    }
  }

  private static SiteFactors factors(List<Factor> written) {
    Map<Confusion, Double> factors = new HashMap<>();
    for (Factor factor : written) {
      require(
          factor != null
              && factor.place() != null
              && isCharacter(factor.read())
              && isCharacter(factor.is())
              && factor.factor() > 0
              && Double.isFinite(factor.factor()),
          "a factor is wrong: " + factor);
      factors.put(
          new Confusion(factor.place(), factor.read().charAt(0), factor.is().charAt(0)),
          factor.factor());
    }
    return new SiteFactors(factors);
  }

  private static boolean isCharacter(String text) {
    return text != null && text.length() == 1;
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new JsonParseException(otherwise);
    }
  }
}
