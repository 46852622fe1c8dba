package io.gatehouse.support;

import io.gatehouse.ui.common.Navigator;
import io.gatehouse.ui.common.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Goes nowhere, but knows where one would be. */
public final class RecordingNavigator implements Navigator {

  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Live());
  private final Deque<Place> way = new ArrayDeque<>();

  @Override
  public void go(Place next) {
    way.push(place.get());
    place.set(next);
  }

  @Override
  public void back() {
    place.set(way.isEmpty() ? new Place.Live() : way.pop());
  }

  @Override
  public void home() {
    way.clear();
    place.set(new Place.Live());
  }

  @Override
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }
}
