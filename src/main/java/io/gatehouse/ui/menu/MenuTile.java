package io.gatehouse.ui.menu;

import io.gatehouse.parking.people.Action;
import io.gatehouse.ui.common.Place;
import java.util.List;
import java.util.Optional;

/**
 * A way to a screen.
 *
 * @param key of its word
 * @param icon of Material Design Icons
 * @param place where it leads
 * @param action what one must be allowed to do there; empty where everybody may go
 */
record MenuTile(String key, String icon, Place place, Optional<Action> action) {

  /** All of them, in the order of the day's work. */
  static List<MenuTile> all() {
    return List.of(
        open("menu.history", "mdi2h-history", new Place.History(Optional.empty())),
        open("menu.shift", "mdi2c-cash-register", new Place.Shift()),
        // everybody may look the prices up; saving others asks
        open("menu.tariffs", "mdi2c-cash-multiple", new Place.Tariffs()),
        // everybody may look; editing a list asks
        open("menu.vehicles", "mdi2c-car-multiple", new Place.Vehicles()),
        locked("menu.people", "mdi2a-account-group-outline", new Place.People(), Action.PEOPLE),
        locked("menu.audit", "mdi2s-shield-search", new Place.Audit(), Action.AUDIT),
        locked("menu.insight", "mdi2c-chart-bar", new Place.Insight(), Action.INSIGHT),
        // everybody may look; another central asks
        open("menu.sync", "mdi2c-cloud-sync-outline", new Place.Sync()),
        locked("menu.settings", "mdi2c-cog-outline", new Place.Setup(), Action.SETTINGS));
  }

  private static MenuTile open(String key, String icon, Place place) {
    return new MenuTile(key, icon, place, Optional.empty());
  }

  private static MenuTile locked(String key, String icon, Place place, Action action) {
    return new MenuTile(key, icon, place, Optional.of(action));
  }
}
