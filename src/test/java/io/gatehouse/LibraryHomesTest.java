package io.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where each foreign library lives. */
class LibraryHomesTest {

  private static JavaClasses product;

  @BeforeAll
  static void importClasses() {
    product = ArchitectureTest.productClasses();
  }

  @TestFactory
  Stream<DynamicTest> eachForeignLibraryHasItsHome() {
    return Stream.of(
        home(
            "JDBC",
            List.of("store", "central", "database", "snapshot"),
            "java.sql..",
            "javax.sql..",
            "org.jdbi..",
            "org.h2..",
            "org.postgresql.."),
        home("database tools", List.of("store", "database"), "org.flywaydb..", "com.zaxxer.."),
        home("OkHttp", List.of("sync", "central", "snapshot"), "okhttp3..", "okio.."),
        home(
            "Javalin and Jetty",
            List.of("central"),
            "io.javalin..",
            "org.eclipse.jetty..",
            "jakarta.servlet.."),
        home("S3", List.of("bucket"), "io.minio.."),
        home("OpenCV and JavaCV", List.of("camera", "detect", "read"), "org.bytedeco.."),
        home("ONNX Runtime", List.of("detect", "read"), "ai.onnxruntime.."),
        home("Tess4J", List.of("read"), "net.sourceforge.tess4j..", "com.sun.jna.."),
        home("JavaFX", List.of("ui", "launch"), "javafx..", "atlantafx.."),
        home("Ikonli", List.of("ui"), "org.kordamp.ikonli.."),
        home("PDFBox", List.of("report", "central"), "org.apache.pdfbox..", "org.apache.fontbox.."),
        home("picocli", List.of("launch"), "picocli.."),
        home("jSerialComm", List.of("barrier"), "com.fazecast.."),
        home(
            "Gson",
            List.of("store", "sync", "settings", "learn", "launch", "central", "snapshot"),
            "com.google.gson.."),
        home(
            "Commons CSV",
            List.of("store", "report", "central", "snapshot"),
            "org.apache.commons.csv.."),
        home("ZXing", List.of("central", "sync", "ui"), "com.google.zxing.."),
        home(
            "Java2D",
            List.of("camera", "ui", "launch", "central"),
            "java.awt..",
            "javax.imageio.."));
  }

  private static DynamicTest home(String library, List<String> folders, String... packages) {
    return DynamicTest.dynamicTest(
        library,
        () ->
            noClasses()
                .that()
                .resideOutsideOfPackages(ArchitectureTest.all(folders))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(product));
  }
}
