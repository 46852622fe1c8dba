package io.gatehouse.ui.sync;

import io.gatehouse.parking.people.Action;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.ParkedEvent;
import io.gatehouse.sync.CentralAddress;
import io.gatehouse.sync.CentralLink;
import io.gatehouse.sync.EnrolmentCode;
import io.gatehouse.sync.SyncState;
import io.gatehouse.sync.Trouble;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SyncWords;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tie to the central server: how it is, how to make it, and what the central refused. */
public final class SyncViewModel {

  private static final Logger log = LoggerFactory.getLogger(SyncViewModel.class);

  private final ScreenTools tools;
  private final CentralLink central;
  private final ReadOnlyObjectWrapper<SyncState> state;
  private final ReadOnlyObjectWrapper<Page> page =
      new ReadOnlyObjectWrapper<>(new Page(List.of(), false, false));
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private int offset;
  private int rows = 1;

  /** Refused events in view, and whether there are others. */
  record Page(List<ParkedEvent> events, boolean hasEarlier, boolean hasLater) {}

  public SyncViewModel(ScreenTools tools) {
    this.tools = tools;
    this.central = tools.context().central();
    this.state = new ReadOnlyObjectWrapper<>(central.state());
  }

  ReadOnlyObjectProperty<SyncState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** What came of the last thing asked for. */
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the central is being asked. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  String address() {
    return tools.settings().get().centralUrl();
  }

  String certificate() {
    return tools.settings().get().centralCertificate();
  }

  /** Once a second. */
  void tick() {
    SyncState before = state.get();
    state.set(central.state());
    if (before.counts().parked() != state.get().counts().parked()) {
      load();
    }
  }

  /** How many refused events there is room for. */
  void show(int room) {
    if (room != rows && room > 0) {
      rows = room;
      load();
    }
  }

  void earlier() {
    offset = Math.max(0, offset - rows);
    load();
  }

  void later() {
    if (page.get().hasLater()) {
      offset += rows;
      load();
    }
  }

  void load() {
    int from = offset;
    int room = rows;
    tools
        .work()
        .run(
            () -> central.parked(from, room + 1),
            found -> {
              if (found.isEmpty() && from > 0) {
                offset = Math.max(0, from - room);
                load();
                return;
              }
              page.set(
                  new Page(
                      found.subList(0, Math.min(room, found.size())),
                      from > 0,
                      found.size() > room));
            },
            this::failed);
  }

  void retry(ParkedEvent event) {
    change(() -> {
      central.retry(event.id());
      return event;
    });
  }

  void retryAll() {
    change(() -> {
      central.retryAll();
      return page;
    });
  }

  void tryNow() {
    change(() -> {
      central.tryNow();
      return page;
    });
  }

  private <T> void change(Callable<T> change) {
    message.set("");
    tools.work().run(change, done -> load(), this::failed);
  }

  private void failed(Exception e) {
    log.warn("the outbox does not answer: {}", e.getMessage());
    message.set(tools.texts().get("sync.trouble.store"));
  }

  /** What is wrong with a typed address, in words. */
  Optional<String> wrongAddress(String typed) {
    return typed.isBlank() || CentralAddress.parse(typed).isPresent()
        ? Optional.empty()
        : Optional.of(tools.texts().get("sync.trouble.address"));
  }

  /** Whether what is typed carries the address with it. */
  static Optional<EnrolmentCode> whole(String typed) {
    return EnrolmentCode.parse(typed);
  }

  /** Allows the one on duty, or a supervisor, to change where everything is sent. */
  void asking(Runnable then) {
    tools.permission().ask(Action.SETTINGS, approvedBy -> then.run());
  }

  /** Keeps another address; an empty one means no central. */
  void saveAddress(String typed) {
    String kept = CentralAddress.parse(typed).map(CentralAddress::toString).orElse("");
    save(tools.settings().get().withCentral(kept, certificate()));
  }

  void saveCertificate(String typed) {
    save(tools.settings().get().withCentral(address(), typed.strip()));
  }

  private void save(Settings changed) {
    tools.settings().set(changed);
    message.set("");
    tools
        .work()
        .run(
            () -> {
              tools.context().settingsSaver().save(changed);
              central.restart();
              return central.state();
            },
            state::set,
            e -> {
              log.warn("the settings could not be kept: {}", e.getMessage());
              message.set(tools.texts().get("sync.trouble.store"));
            });
  }

  /** Makes this gate known to the central, by the code of its screen. */
  void enrol(String typed) {
    Optional<EnrolmentCode> whole = whole(typed);
    String code = whole.map(EnrolmentCode::code).orElse(typed);
    Optional<CentralAddress> address =
        CentralAddress.parse(whole.map(EnrolmentCode::url).orElse(address()));
    if (address.isEmpty()) {
      message.set(tools.texts().get("sync.trouble.address"));
      return;
    }
    busy.set(true);
    message.set(tools.texts().get("sync.enrolling"));
    String trusted = certificate();
    // not on the screens' worker: the others would wait for the network
    Thread _ =
        tools
            .context()
            .threads()
            .start(
                "sync-enrol",
                () -> {
                  Optional<Trouble> trouble = central.enrol(address.get(), trusted, code);
                  tools.work().onScreen(() -> enrolled(address.get(), trouble));
                });
  }

  private void enrolled(CentralAddress address, Optional<Trouble> trouble) {
    busy.set(false);
    message.set(
        trouble
            .map(why -> SyncWords.trouble(tools.texts(), why))
            .orElseGet(() -> tools.texts().get("sync.enrolled")));
    if (trouble.isEmpty()) {
      String said = message.get();
      save(tools.settings().get().withCentral(address.toString(), certificate()));
      message.set(said);
    } else {
      log.warn("not enrolled: {}", trouble.get().line());
    }
  }
}
