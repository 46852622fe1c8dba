package io.gatehouse.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;

/** Swaps the screens in place. Used on the screen's thread. */
public interface Navigator {

  /** Goes there; the present place is remembered for {@link #back()}. */
  void go(Place place);

  /** Goes where one came from; from the lane nowhere. */
  void back();

  /** Goes to the lane and forgets the way. */
  void home();

  ReadOnlyObjectProperty<Place> placeProperty();
}
