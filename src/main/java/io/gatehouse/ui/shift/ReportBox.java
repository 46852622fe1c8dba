package io.gatehouse.ui.shift;

import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.parking.shift.ShiftReport;
import io.gatehouse.parking.shift.ShiftTotals;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows what a shift adds up to. */
final class ReportBox {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final ScreenTools tools;
  private final Texts texts;

  ReportBox(ScreenTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
  }

  /** From when to when, and how long. */
  String span(Shift shift) {
    return shift
        .closing()
        .map(closing ->
            tools.formats().span(shift.beganAt(), closing.at())
                + " · "
                + tools.formats().duration(Duration.between(shift.beganAt(), closing.at())))
        .orElseGet(() ->
            texts.get(
                "shift.since",
                tools.formats().moment(shift.beganAt()),
                tools
                    .formats()
                    .duration(Duration.between(shift.beganAt(), tools.context().time().now()))));
  }

  /** The four numbers that count, large. */
  List<Node> figures(ShiftTotals totals) {
    return List.of(
        figure("shift.in", tools.formats().number(totals.in())),
        figure("shift.out", tools.formats().number(totals.out())),
        figure("shift.overrides", tools.formats().number(totals.overrides())),
        figure("shift.cash", dong(totals.cashDong())));
  }

  private Node figure(String key, String value) {
    Label number = new Label(value);
    number.getStyleClass().add("figure");
    Label word = new Label(texts.get(key));
    word.getStyleClass().add("muted");
    VBox box = new VBox(2, number, word);
    box.getStyleClass().add("figure-box");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /** The rest of the numbers, a line each. */
  List<Node> lines(ShiftReport report) {
    ShiftTotals totals = report.totals();
    return Stream.of(
            line("shift.opening", opening(report.shift())),
            line("shift.automatic", tools.formats().number(totals.automatic())),
            line("shift.turnedAway", tools.formats().number(totals.turnedAway())),
            line("shift.lostTickets", tools.formats().number(totals.lostTickets())),
            line("shift.freePasses", tools.formats().number(totals.freePasses())))
        .toList();
  }

  private String opening(Shift shift) {
    return shift.opening().isPresent() ? dong(shift.openingDong()) : texts.get("shift.uncounted");
  }

  Node line(String key, String value) {
    Label word = new Label(texts.get(key));
    word.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label number = new Label(value);
    number.getStyleClass().add("strong");
    number.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(8, word, space, number);
  }

  /** Counted, what must be there, and what that is more or less; what the guard had to say. */
  List<Node> counted(ShiftReport report) {
    List<Node> nodes = new ArrayList<>();
    if (report.shift().opening().isPresent()) {
      nodes.add(line("shift.drawer", dong(report.drawerDong())));
    }
    Optional<Shift.Closing> closing = report.shift().closing();
    Optional<CashCount> counted = closing.flatMap(Shift.Closing::counted);
    nodes.add(
        line(
            "shift.counted",
            counted.map(c -> dong(c.totalDong())).orElseGet(() -> texts.get("shift.uncounted"))));
    report.differenceDong().map(this::verdict).ifPresent(nodes::add);
    closing
        .map(Shift.Closing::remark)
        .filter(text -> !text.isEmpty())
        .map(this::remark)
        .ifPresent(nodes::add);
    return nodes;
  }

  private Label verdict(long difference) {
    Label verdict = new Label();
    show(verdict, difference);
    return verdict;
  }

  private Label remark(String text) {
    Label remark = new Label(texts.get("report.remark", text));
    remark.setId("shift-remark");
    remark.setWrapText(true);
    return remark;
  }

  /** Says in words and colour what a difference means. */
  void show(Label label, long difference) {
    label.getStyleClass().setAll("label", "verdict");
    label.setText(
        difference == 0
            ? texts.get("shift.difference.none")
            : texts.get(difference < 0 ? "shift.difference.missing" : "shift.difference.more")
                + " "
                + dong(Math.abs(difference)));
    label.pseudoClassStateChanged(GOOD, difference == 0);
    label.pseudoClassStateChanged(BAD, difference != 0);
  }

  /** The last overrides, newest first. */
  List<Node> overrides(ShiftReport report, int most) {
    return report.overrides().reversed().stream().limit(most).map(this::override).toList();
  }

  private Node override(AuditEntry entry) {
    AuditEvent event = entry.event();
    String kind = texts.of(event.kind());
    Label what = new Label(event.plate().isEmpty() ? kind : kind + " · " + event.plate());
    what.getStyleClass().add("strong");
    Label about =
        new Label(
            Stream.of(
                    tools.formats().moment(event.at()),
                    event.amountDong().map(this::dong).orElse(""),
                    event.details())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    about.getStyleClass().addAll("muted", "small");
    return new VBox(1, what, about);
  }

  String dong(long dong) {
    return tools.formats().number(dong) + " ₫";
  }
}
