package io.gatehouse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the design: who may know whom. */
class ArchitectureTest {

  /** The flow, left to right; a stage knows only the stages to its left. */
  private static final List<String> FLOW =
      List.of("camera", "detect", "read", "vote", "decide", "barrier", "store", "sync");

  /** What every stage may use; knows nothing of the flow. */
  private static final List<String> GROUND = List.of("common", "plate", "parking", "settings");

  /** What stands on the flow. */
  private static final List<String> ABOVE = List.of("learn", "lane", "report", "ui", "launch");

  /** Ways to what keeps data, for programs that stand apart from the flow. */
  private static final List<String> KEEPING = List.of("database", "bucket");

  /**
   * Programs of their own in the same jar: they share the ground with the kiosk, and nothing else.
   */
  private static final List<String> APART = List.of("central", "snapshot");

  /** The language that the importer and the central share. */
  private static final String WIRE = "snapshot.wire";

  /** The parts of the importer, and which of the others each may know. */
  private static final Map<String, List<String>> IMPORTER =
      Map.of(
          "common", List.of(),
          "wire", List.of(),
          "picture", List.of(),
          "input", List.of("common"),
          "recognizer", List.of("common", "wire", "picture"),
          "store", List.of("common", "wire", "picture"),
          "journal", List.of("common", "picture"));

  private static JavaClasses product;

  @BeforeAll
  static void importClasses() {
    product = productClasses();
  }

  static JavaClasses productClasses() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.gatehouse");
  }

  @TestFactory
  Stream<DynamicTest> aStageKnowsOnlyTheStagesToItsLeft() {
    return FLOW.stream()
        .map(stage ->
            DynamicTest.dynamicTest(
                stage,
                () ->
                    noClasses()
                        .that()
                        .resideInAPackage(within(stage))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                            all(FLOW.subList(FLOW.indexOf(stage) + 1, FLOW.size()), ABOVE))
                        .allowEmptyShould(true)
                        .check(product)));
  }

  @Test
  void theGroundKnowsNothingOfTheFlow() {
    noClasses()
        .that()
        .resideInAnyPackage(all(GROUND))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(FLOW, ABOVE, APART, KEEPING))
        .check(product);
  }

  @Test
  void waysToKeepDataKnowNobodyAndOnlyProgramsApartKnowThem() {
    noClasses()
        .that()
        .resideInAnyPackage(all(KEEPING))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(FLOW, ABOVE, APART, List.of("plate", "parking", "settings")))
        .check(product);
    noClasses()
        .that()
        .resideInAnyPackage(all(FLOW, List.of("learn", "lane", "report", "ui")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(KEEPING))
        .check(product);
  }

  /** The central speaks the same language as the importer, and shares that alone. */
  @Test
  void theImporterKnowsNoKioskAndOnlyItsLanguageIsKnown() {
    noClasses()
        .that()
        .resideInAPackage(within("snapshot"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(FLOW, ABOVE, List.of("settings", "central")))
        .check(product);
    noClasses()
        .that()
        .resideOutsideOfPackages(all(List.of("snapshot", "launch")))
        .should()
        .dependOnClassesThat(
            resideInAPackage(within("snapshot")).and(resideOutsideOfPackage(within(WIRE))))
        .check(product);
    noClasses()
        .that()
        .resideOutsideOfPackages(all(List.of("snapshot", "central", "launch")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within(WIRE))
        .check(product);
  }

  /** The run stands on its tools; what a tool may stand on is named, and all else is not. */
  @TestFactory
  Stream<DynamicTest> eachPartOfTheImporterKnowsOnlyThePartsBelowIt() {
    return IMPORTER.entrySet().stream()
        .map(part ->
            DynamicTest.dynamicTest(
                part.getKey(),
                () ->
                    noClasses()
                        .that()
                        .resideInAPackage(within("snapshot." + part.getKey()))
                        .should()
                        .dependOnClassesThat(
                            resideInAPackage(within("snapshot"))
                                .and(
                                    resideOutsideOfPackages(
                                        Stream.concat(
                                                Stream.of(part.getKey()), part.getValue().stream())
                                            .map(known -> within("snapshot." + known))
                                            .toArray(String[]::new))))
                        .check(product)));
  }

  /** The journal and the tools of the run are nobody else's, though Java shows them. */
  @Test
  void theLaunchRunsTheImporterAndDoesNotReachIntoIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage(within("snapshot"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(List.of("snapshot.journal")))
        .check(product);
  }

  @Test
  void everyPartOfTheImporterIsPlaced() throws IOException {
    try (Stream<Path> parts = Files.list(Path.of("src/main/java/io/gatehouse/snapshot"))) {
      assertThat(parts.filter(Files::isDirectory).map(part -> part.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(IMPORTER.keySet());
    }
  }

  @Test
  void theCentralKnowsNoKioskAndOnlyTheLaunchKnowsTheCentral() {
    noClasses()
        .that()
        .resideInAPackage(within("central"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(FLOW, List.of("settings", "learn", "lane", "ui", "launch")))
        .check(product);
    noClasses()
        .that()
        .resideOutsideOfPackages(all(List.of("central", "launch")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within("central"))
        .check(product);
  }

  @Test
  void nobodyKnowsTheLaunchAndOnlyTheLaunchKnowsTheScreens() {
    noClasses()
        .that()
        .resideOutsideOfPackage(within("launch"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within("launch"))
        .check(product);
    noClasses()
        .that()
        .resideOutsideOfPackages(all(List.of("ui", "launch")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within("ui"))
        .check(product);
  }

  /** It is wired into the flow from outside, as a recogniser among others. */
  @Test
  void learningKnowsReadingsAndStoreAndOnlyTheLaunchKnowsLearning() {
    noClasses()
        .that()
        .resideInAPackage(within("learn"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all(List.of("vote", "barrier", "settings", "lane", "ui", "launch")))
        .check(product);
    noClasses()
        .that()
        .resideOutsideOfPackages(all(List.of("learn", "launch")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(within("learn"))
        .check(product);
  }

  @Test
  void rulesArePlainJava() {
    classes()
        .that()
        .resideInAnyPackage(all(List.of("plate", "parking", "vote", "decide", "common")))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..",
                "java.util..",
                "java.time..",
                "java.io..",
                "java.nio..",
                "java.math..",
                "java.text..",
                "java.security..",
                "javax.crypto..",
                "io.gatehouse..",
                "org.slf4j.."))
        .check(product);
  }

  @Test
  void threadsAreMadeInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gatehouse.common")
        .should()
        .callConstructor(Thread.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .check(product);
  }

  @Test
  void onlyTheTimeSourceReadsTheClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.gatehouse.common.SystemTimeSource")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .check(product);
  }

  @Test
  void aViewModelKnowsNoControls() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene.control..", "javafx.scene.layout..", "javafx.fxml..", "javafx.stage..")
        .check(product);
  }

  @Test
  void thereAreNoSingletonsAndNoStaticState() {
    noMethods().should().haveName("getInstance").check(product);
    fields().that().areStatic().should().beFinal().check(product);
  }

  /**
   * A new folder must be placed in the flow, on it or under it: no rule is passed by in silence.
   */
  @Test
  void everyFolderIsPlaced() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/io/gatehouse"))) {
      TreeSet<String> placed = new TreeSet<>(FLOW);
      placed.addAll(GROUND);
      placed.addAll(ABOVE);
      placed.addAll(APART);
      placed.addAll(KEEPING);
      assertThat(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(placed);
    }
  }

  private static String within(String folder) {
    return "io.gatehouse." + folder + "..";
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array goes no farther than the stream
  static String[] all(List<String>... folders) {
    return Stream.of(folders)
        .flatMap(List::stream)
        .map(ArchitectureTest::within)
        .toArray(String[]::new);
  }
}
