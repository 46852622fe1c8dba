package io.gatehouse.ui.setup;

import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SetupProgress;
import io.gatehouse.settings.SetupStep;
import io.gatehouse.ui.common.ScreenTools;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the first set-up, each kept as it is reached. On the screen's thread. */
final class FirstStepsViewModel {

  private static final Logger log = LoggerFactory.getLogger(FirstStepsViewModel.class);

  private final ScreenTools tools;
  private final SetupProgress progress;
  private final ReadOnlyObjectWrapper<SetupStep> step;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  FirstStepsViewModel(ScreenTools tools, SetupProgress progress) {
    this.tools = tools;
    this.progress = progress;
    this.step = new ReadOnlyObjectWrapper<>(progress.step());
  }

  ReadOnlyObjectProperty<SetupStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** What could not be kept, in words; empty when all was. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The step is done, or passed over; after the last one there is no more set-up. */
  void next() {
    if (step.get().isLast()) {
      keep(
          () -> {
            progress.done();
            return step;
          },
          tools.navigator()::home);
      return;
    }
    boolean picture = step.get() == SetupStep.CAMERA;
    boolean another = progress.holdsCamera() || !runsChosenCamera();
    reach(step.get().next(), picture && another ? this::restart : () -> {});
  }

  void back() {
    reach(step.get().back(), () -> {});
  }

  /** The lane now, the rest at the next start. */
  void later() {
    boolean held = progress.holdsCamera();
    progress.postpone();
    if (held) {
      restart();
    } else {
      tools.navigator().home();
    }
  }

  /** Camera and lane begin anew with what was chosen; the set-up comes back where it is. */
  private void restart() {
    tools.context().setup().restart().ifPresent(Runnable::run);
  }

  private boolean runsChosenCamera() {
    Settings started = tools.context().settings();
    return started.camera().equals(tools.settings().get().camera());
  }

  private void reach(SetupStep next, Runnable then) {
    keep(
        () -> {
          progress.reached(next);
          return next;
        },
        () -> {
          step.set(next);
          then.run();
        });
  }

  private void keep(Callable<?> write, Runnable then) {
    problem.set("");
    tools
        .work()
        .run(
            write,
            kept -> then.run(),
            e -> {
              log.warn("how far the set-up has come could not be kept: {}", e.getMessage());
              problem.set(tools.texts().get("setup.failed"));
            });
  }
}
