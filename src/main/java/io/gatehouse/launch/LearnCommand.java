package io.gatehouse.launch;

import io.gatehouse.common.TimeSource;
import io.gatehouse.learn.CropExport;
import io.gatehouse.learn.LabelledPassage;
import io.gatehouse.learn.LabelledPassages;
import io.gatehouse.learn.Learner;
import io.gatehouse.learn.Lesson;
import io.gatehouse.learn.ProfileException;
import io.gatehouse.learn.ProfileStore;
import io.gatehouse.learn.SiteProfile;
import io.gatehouse.plate.Confusions;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse learn}. */
@Command(
    name = "learn",
    description = {
      "Learns from what the guard confirmed and corrected, on this machine.",
      "It learns which characters this site's readings confuse and how sure they must be, scores"
          + " that on the last days, and uses it only if it is better. The kiosk must be stopped."
          + " The network itself is not trained here; --export writes the labelled plates that"
          + " training one needs."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LearnCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(
      names = "--export",
      paramLabel = "FOLDER",
      description = "Also write the labelled plates there, as pictures and labels.csv")
  private Path export;

  @Option(names = "--dry-run", description = "Only show what would be learned; write nothing")
  private boolean dryRun;

  @Option(names = "--back", description = "Use what was in use before the last learning")
  private boolean back;

  @Option(names = "--verbose", description = "Show what is logged, and stack traces")
  private boolean verbose;

  private final TimeSource time = TimeSource.system();

  @Override
  public Integer call() throws StoreException, ProfileException, IOException {
    if (back && (dryRun || export != null)) {
      throw new ParameterException(
          spec.commandLine(), "--back goes alone, without --dry-run and --export");
    }
    if (dryRun && export != null) {
      throw new ParameterException(
          spec.commandLine(), "--dry-run writes nothing, so there is no --export with it");
    }
    if (verbose) {
      FileLogging.toConsoleToo();
    }
    LearnReport report = new LearnReport(spec.commandLine().getOut());
    Path root = data.folder();
    try (DataFolder folder = DataFolder.open(root)) {
      ProfileStore profiles = new ProfileStore(folder.root());
      if (back) {
        report.back(profiles.back());
        return DONE;
      }
      if (!SettingsStore.open(folder.settingsFile(), time).current().learnFromCorrections()) {
        complain(
            "nobody has agreed to learning here: switch on 'Learn from corrections' in the kiosk's settings, or set \"learnFromCorrections\": true in %s."
                .formatted(folder.settingsFile()));
        return FAILED;
      }
      try (KioskStore store = KioskStore.open(folder, time, Confusions::fold)) {
        learn(store.passages(), profiles, report);
        return DONE;
      }
    }
  }

  private void learn(PassageStore store, ProfileStore profiles, LearnReport report)
      throws StoreException, ProfileException, IOException {
    List<LabelledPassage> labelled = new LabelledPassages(store).all();
    report.labelled(labelled.size(), labelled.stream().filter(LabelledPassage::corrected).count());
    if (export != null) {
      report.exported(new CropExport(store, PictureLight::of).write(labelled, export), export);
    }
    SiteProfile inUse = inUse(profiles);
    Learner learner = new Learner(Lanes.grammar(), ZoneId.systemDefault());
    switch (learner.learn(labelled, inUse, profiles.nextNumber(), time.now())) {
      case Lesson.TooFew few -> report.tooFew(few, inUse.number());
      case Lesson.Learned lesson -> {
        report.scores(lesson);
        if (!lesson.better()) {
          report.kept(inUse.number());
        } else if (dryRun) {
          report.wouldUse();
        } else {
          profiles.write(lesson.profile());
          profiles.use(lesson.profile().number());
          report.inUse(lesson.profile().number(), inUse.number());
        }
      }
    }
  }

  /** As the kiosk does it: what cannot be read is told and not used. */
  private SiteProfile inUse(ProfileStore profiles) {
    try {
      return profiles.current();
    } catch (ProfileException e) {
      complain(e.getMessage());
      return SiteProfile.AS_DELIVERED;
    }
  }

  private void complain(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("gatehouse: " + line);
    err.flush();
  }
}
