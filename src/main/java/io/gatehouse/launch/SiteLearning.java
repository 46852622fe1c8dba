package io.gatehouse.launch;

import io.gatehouse.decide.AutoGuard;
import io.gatehouse.learn.LearnedRecognizer;
import io.gatehouse.learn.ProfileException;
import io.gatehouse.learn.ProfileStore;
import io.gatehouse.learn.SiteProfile;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the site has taught a kiosk, if its people agreed to that.
 *
 * @param problem why there is a profile that is not used; empty when all is well
 */
record SiteLearning(SiteProfile profile, Optional<SettingsProblem> problem) {

  private static final Logger log = LoggerFactory.getLogger(SiteLearning.class);

  private static final String SETTING = "learnFromCorrections";

  /** Never fails: a kiosk reads without what it learned just as well as on its first day. */
  static SiteLearning load(Path data, Settings settings) {
    if (!settings.learnFromCorrections()) {
      return new SiteLearning(SiteProfile.AS_DELIVERED, Optional.empty());
    }
    try {
      return new SiteLearning(new ProfileStore(data).current(), Optional.empty());
    } catch (ProfileException e) {
      log.warn("{}", e.getMessage());
      return new SiteLearning(
          SiteProfile.AS_DELIVERED,
          Optional.of(new SettingsProblem(e.failure(), SETTING, e.getMessage())));
    }
  }

  /** The recogniser with what was learned; takes it over. */
  PlateRecognizer applied(PlateRecognizer recognizer, PlateGrammar grammar) {
    return profile.number() == 0 ? recognizer : new LearnedRecognizer(recognizer, grammar, profile);
  }

  /** Lets nothing pass that this site calls doubtful. */
  AutoGuard autoGuard() {
    return AutoGuard.asking(Math.max(AutoGuard.LEAST_CONFIDENCE, profile.sureFrom()));
  }
}
