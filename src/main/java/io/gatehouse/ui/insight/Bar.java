package io.gatehouse.ui.insight;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One bar of a chart.
 *
 * @param label under it; empty for none
 * @param value its height, 0 or more
 * @param before where the mark of what it is compared with stands; empty for none
 * @param day opened by a tap; empty where there is nothing to open
 * @param now whether it is the present hour or day
 */
record Bar(
    String label, double value, OptionalDouble before, Optional<LocalDate> day, boolean now) {}
