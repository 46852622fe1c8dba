package io.gatehouse.central.common;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleSupplier;

/**
 * What this process counts, in the text form that Prometheus reads. Labels are words of ours, never
 * what somebody sent: no plate gets in here, and the number of series stays small.
 */
public final class Metrics {

  private final Map<String, DoubleAdder> counters = new ConcurrentSkipListMap<>();
  private final Map<String, DoubleSupplier> gauges = new ConcurrentSkipListMap<>();

  /**
   * Adds to a counter.
   *
   * @param name such as {@code gatehouse_events_total}
   * @param labels name and value by turns
   */
  public void add(String name, double amount, String... labels) {
    counters.computeIfAbsent(series(name, labels), _ -> new DoubleAdder()).add(amount);
  }

  /** Counts one. */
  public void count(String name, String... labels) {
    add(name, 1, labels);
  }

  /** A value that is asked for when somebody reads. */
  public void gauge(String name, DoubleSupplier value) {
    gauges.put(name, value);
  }

  private static String series(String name, String... labels) {
    if (labels.length == 0) {
      return name;
    }
    // asked with every request
    StringBuilder series = new StringBuilder(name).append('{');
    for (int i = 0; i + 1 < labels.length; i += 2) {
      series.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
      series.append(labels[i + 1]).append('"');
    }
    return series.append('}').toString();
  }

  /** All of it, as {@code /metrics} answers. */
  public String text() {
    StringBuilder text = new StringBuilder();
    String family = "";
    for (Map.Entry<String, DoubleAdder> counter : counters.entrySet()) {
      family = type(text, family, counter.getKey(), "counter");
      line(text, counter.getKey(), counter.getValue().sum());
    }
    for (Map.Entry<String, DoubleSupplier> gauge : gauges.entrySet()) {
      family = type(text, family, gauge.getKey(), "gauge");
      line(text, gauge.getKey(), gauge.getValue().getAsDouble());
    }
    return text.toString();
  }

  private static String type(StringBuilder text, String family, String series, String type) {
    int brace = series.indexOf('{');
    String name = brace < 0 ? series : series.substring(0, brace);
    if (!name.equals(family)) {
      text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
    return name;
  }

  private static void line(StringBuilder text, String series, double value) {
    text.append(series).append(' ');
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      text.append((long) value);
    } else {
      text.append(value);
    }
    text.append('\n');
  }
}
