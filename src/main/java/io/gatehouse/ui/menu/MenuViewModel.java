package io.gatehouse.ui.menu;

import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.Navigator;
import io.gatehouse.ui.common.Permission;
import io.gatehouse.ui.common.ScreenTools;
import java.util.List;

/** The ways to all screens, and which of them ask for a PIN. */
public final class MenuViewModel {

  private final Navigator navigator;
  private final Permission permission;
  private final Duty duty;

  public MenuViewModel(ScreenTools tools) {
    this.navigator = tools.navigator();
    this.permission = tools.permission();
    this.duty = tools.duty();
  }

  /** Whether the site has no people: whoever is there may do all, and a supervisor is missing. */
  boolean nobodyWorksHere() {
    return duty.state() instanceof Duty.State.NoPeople;
  }

  List<MenuTile> tiles() {
    return MenuTile.all();
  }

  /** Whether the way is locked for the one on duty. */
  boolean locked(MenuTile tile) {
    return tile.action().filter(permission::asks).isPresent();
  }

  /** Goes there, with a supervisor's PIN where one is needed. */
  void open(MenuTile tile) {
    tile.action()
        .ifPresentOrElse(
            action -> permission.ask(action, approvedBy -> navigator.go(tile.place())),
            () -> navigator.go(tile.place()));
  }
}
