package io.gatehouse.ui.keypad;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.ui.common.Doubts;
import io.gatehouse.ui.common.KeypadRequest;
import io.gatehouse.ui.common.Navigator;
import io.gatehouse.ui.common.PlateText;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.keypad.KeypadState.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A plate being typed or corrected. A correction starts with the least sure character marked, so
 * that a misread there costs two taps and anywhere else three.
 */
public final class KeypadViewModel {

  private static final String CHARACTERS = "1234567890QWERTYUIOPASDFGHJKLĐZXCVBNM";

  private final KeypadRequest request;
  private final PlateGrammar grammar;
  private final Texts texts;
  private final Navigator navigator;
  private final String read;
  private final Optional<Integer> leastSure;
  private final ReadOnlyObjectWrapper<KeypadState> state = new ReadOnlyObjectWrapper<>();
  private TypedPlate typed;
  private boolean left;

  public KeypadViewModel(
      KeypadRequest request, PlateGrammar grammar, Texts texts, Navigator navigator) {
    this.request = request;
    this.grammar = grammar;
    this.texts = texts;
    this.navigator = navigator;
    this.read =
        request.reads().stream()
            .map(character -> String.valueOf(character.value()))
            .collect(Collectors.joining());
    this.leastSure = Doubts.positions(request.reads()).stream().findFirst();
    TypedPlate start = TypedPlate.of(request.text());
    boolean asRead = !read.isEmpty() && request.text().length() == read.length();
    this.typed = asRead ? leastSure.map(start::select).orElse(start) : start;
    show();
  }

  public ReadOnlyObjectProperty<KeypadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The compact text as it stands. */
  public String text() {
    return typed.text();
  }

  public KeypadRequest request() {
    return request;
  }

  /** A key of the keypad or the keyboard; what no plate has in it is passed over. */
  public void type(char character) {
    char upper = Character.toUpperCase(character);
    if (CHARACTERS.indexOf(upper) >= 0) {
      now(typed.type(upper));
    }
  }

  public void delete() {
    now(typed.delete());
  }

  /** The next key replaces this character. */
  public void select(int position) {
    now(typed.select(position));
  }

  public void caretLeft() {
    now(typed.left());
  }

  public void caretRight() {
    now(typed.right());
  }

  public void caretStart() {
    now(typed.start());
  }

  public void caretEnd() {
    now(typed.end());
  }

  /** Hands the text over; the first time only, and never an empty one. */
  public void done() {
    if (!left && !typed.text().isEmpty()) {
      left = true;
      navigator.back();
      request.done().accept(typed.text());
    }
  }

  public void cancel() {
    if (!left) {
      left = true;
      navigator.back();
      request.cancelled().run();
    }
  }

  /** It went out of view by another way than its own keys. */
  public void abandoned() {
    if (!left) {
      left = true;
      request.cancelled().run();
    }
  }

  /** Makes the words anew, in the language chosen. */
  public void show() {
    Plate plate = grammar.parse(typed.text(), request.lines());
    String display = plate.display();
    List<Cell> cells = cells(display);
    int caretCell = typed.caret() == 0 ? 0 : PlateText.inDisplay(display, typed.caret());
    String place = typed.replacing() ? typed.text() : typed.text().substring(0, typed.caret());
    boolean known = plate.kind() != PlateKind.UNKNOWN;
    state.set(
        new KeypadState(
            cells,
            caretCell,
            grammar.expectedAt(place, typed.caret()),
            suggested(),
            known,
            verdict(plate, known),
            machine(),
            !typed.text().isEmpty()));
  }

  private void now(TypedPlate next) {
    typed = next;
    show();
  }

  private List<Cell> cells(String display) {
    Set<Integer> doubtful = doubtful();
    List<Cell> cells = new ArrayList<>();
    int position = 0;
    for (int i = 0; i < display.length(); i++) {
      char c = display.charAt(i);
      if (PlateText.counts(c)) {
        boolean marked = typed.replacing() && position == typed.caret();
        cells.add(new Cell(c, position, doubtful.contains(position), marked));
        position++;
      } else {
        cells.add(new Cell(c, Cell.SEPARATOR, false, false));
      }
    }
    return cells;
  }

  private Set<Integer> doubtful() {
    if (typed.text().length() != read.length()) {
      return Set.of();
    }
    return Doubts.positions(request.reads()).stream()
        .filter(i -> typed.text().charAt(i) == read.charAt(i))
        .collect(Collectors.toSet());
  }

  private Set<Character> suggested() {
    boolean aligned = typed.replacing() && typed.text().length() == read.length();
    if (!aligned) {
      return Set.of();
    }
    ReadCharacter character = request.reads().get(typed.caret());
    Set<Character> suggested = new LinkedHashSet<>();
    suggested.add(character.value());
    character.alternatives().forEach(candidate -> suggested.add(candidate.value()));
    suggested.remove(typed.text().charAt(typed.caret()));
    return suggested;
  }

  private String verdict(Plate plate, boolean known) {
    if (plate.isEmpty()) {
      return "";
    }
    if (!known) {
      return texts.get("keypad.unknown");
    }
    String kind = texts.of(plate.kind());
    String origin = grammar.origin(plate);
    return texts.get("keypad.fits", origin.isEmpty() ? kind : kind + ", " + origin);
  }

  private String machine() {
    if (read.isEmpty()) {
      return "";
    }
    String display = grammar.parse(read, request.lines()).display();
    Optional<String> options =
        leastSure.map(request.reads()::get).filter(c -> !c.alternatives().isEmpty()).map(this::or);
    return options
        .map(o -> texts.get("keypad.readOptions", display, o))
        .orElseGet(() -> texts.get("keypad.read", display));
  }

  private String or(ReadCharacter character) {
    List<String> options = new ArrayList<>();
    options.add(String.valueOf(character.value()));
    IntStream.range(0, Math.min(2, character.alternatives().size()))
        .mapToObj(character.alternatives()::get)
        .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
        .forEach(candidate -> options.add(String.valueOf(candidate.value())));
    return String.join(" " + texts.get("keypad.or") + " ", options);
  }
}
