package io.gatehouse.launch.doctor;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.rpicam.DeviceCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The check of an AI Camera on the machine where it will work: three starts of it, and what stands
 * around it. Each check writes what it saw into the folder, for whoever is sent it.
 */
public final class CameraCheck {

  private static final Pattern BUILD = Pattern.compile("(rpicam-apps|libcamera) build: (\\S+)");
  private static final List<String> PACKAGES =
      List.of("rpicam-apps", "rpicam-apps-imx500-postprocess", "imx500-models");
  private static final Duration SLOW_START = Duration.ofSeconds(60);
  private static final double WHOLE_RATE = 0.9;
  private static final double ENOUGH_ANSWERS = 0.3;

  private final DeviceCheck device;
  private final Outputs outputs;
  private final Path folder;

  /**
   * @param outputs runs what the system says about itself
   * @param folder exists
   */
  public CameraCheck(DeviceCheck device, Outputs outputs, Path folder) {
    this.device = device;
    this.outputs = outputs;
    this.folder = folder;
  }

  /** In this order: the first start is the cold one. */
  public List<Check> all() {
    return List.of(
        Check.of("machine", this::machine),
        Check.of("programs", this::programs),
        Check.of("packages", this::packages),
        Check.of("user", this::user),
        Check.of("network file", this::networkFile),
        Check.of("pictures", this::pictures),
        Check.of("asked to stop", this::interrupt),
        Check.of("left alone", this::abandon),
        Check.of("kernel", this::kernel),
        Check.of("starts", this::starts));
  }

  private Finding machine() throws IOException, InterruptedException {
    String model = outputs.file(Path.of("/proc/device-tree/model")).replace("\0", "").strip();
    String kernel = outputs.of("uname", "-r").strip();
    keep("machine.txt", model, outputs.of("uname", "-a"), outputs.file(Path.of("/etc/os-release")));
    String state = "%s, kernel %s".formatted(model.isEmpty() ? "no Raspberry Pi" : model, kernel);
    return model.contains("Raspberry Pi 5")
        ? Finding.ok(state)
        : Finding.note(state, "Gatehouse knows the AI Camera on a Raspberry Pi 5.");
  }

  private Finding programs() throws IOException, InterruptedException {
    String said = outputs.of(device.program(), "--version");
    keep("versions.txt", said);
    Matcher build = BUILD.matcher(said);
    String versions =
        build.results().map(m -> m.group(1) + " " + m.group(2)).collect(Collectors.joining(", "));
    return versions.isEmpty()
        ? Finding.fault(
            device.program() + " does not run", "sudo apt install rpicam-apps imx500-all")
        : Finding.ok(versions);
  }

  private Finding packages() throws IOException, InterruptedException {
    String all =
        outputs.of("dpkg-query", "-W", "-f", "${Package} ${Version} ${db:Status-Status}\n");
    List<String> ours =
        all.lines().filter(line -> line.matches(".*(imx500|rpicam|libcamera).*")).toList();
    keep("packages.txt", String.join("\n", ours));
    List<String> missing =
        PACKAGES.stream()
            .filter(name -> ours.stream().noneMatch(p -> p.matches(name + " \\S+ installed")))
            .toList();
    return missing.isEmpty()
        ? Finding.ok(ours.size() + " installed")
        : Finding.note(
            "not installed: " + String.join(", ", missing), "sudo apt install imx500-all");
  }

  private Finding user() throws IOException, InterruptedException {
    String groups = outputs.of("id", "-Gn").strip();
    keep("user.txt", groups);
    boolean allowed = List.of(groups.split(" ")).stream().anyMatch(g -> g.matches("video|root"));
    return allowed
        ? Finding.ok("may use cameras")
        : Finding.note(
            "is not in the group video", "sudo usermod -aG video $USER, then restart the machine");
  }

  private Finding networkFile() {
    Optional<Path> file = device.network();
    if (file.isEmpty()) {
      return Finding.note("none is asked for", "Leave network=none out to use the sensor's own.");
    }
    return Files.isReadable(file.get())
        ? Finding.ok(file.get().toString())
        : Finding.fault(file.get() + " is not there", "sudo apt install imx500-models");
  }

  private Finding pictures() throws CameraException, IOException, InterruptedException {
    DeviceCheck.Capture seen = device.capture();
    keep("capture.txt", describe(seen));
    String state =
        String.format(
            Locale.ROOT,
            "%d of %d, the first after %.1f s, %.1f a second; the network answered in %d",
            seen.pictures(),
            device.wanted(),
            seen.firstPicture().toMillis() / 1e3,
            seen.perSecond(),
            seen.answers());
    if (seen.trouble().isPresent()) {
      return Finding.fault(state, seen.trouble().get());
    }
    if (device.network().isPresent() && seen.answers() == 0) {
      return Finding.fault(state, silence(seen));
    }
    return slow(seen)
        ? Finding.note(state, "Send the folder: this is slower than it should be.")
        : Finding.ok(state);
  }

  private static String silence(DeviceCheck.Capture seen) {
    return seen.tensors() == 0
        ? "It sends no answers: sudo apt install rpicam-apps-imx500-postprocess, and restart"
        : "Its answers of %d numbers cannot be read: check network=, order= and input=, and send the folder"
            .formatted(seen.numbers());
  }

  private boolean slow(DeviceCheck.Capture seen) {
    boolean fewAnswers =
        device.network().isPresent() && seen.answers() < ENOUGH_ANSWERS * seen.pictures();
    return fewAnswers
        || seen.firstPicture().compareTo(SLOW_START) > 0
        || seen.perSecond() < WHOLE_RATE * device.framerate();
  }

  private static String describe(DeviceCheck.Capture seen) {
    String boxes =
        seen.boxes().stream().map(CameraCheck::describe).collect(Collectors.joining("\n  "));
    return """
    pictures: %d, %d bytes each, %.2f a second, the first after %d ms
    keys in order: %s
    ScalerCrop: %s
    tensors: %d, read: %d, numbers: %d
    shape: %d bytes, network '%s'
    found in the last picture:
      %s
    """
        .formatted(
            seen.pictures(),
            seen.bytes(),
            seen.perSecond(),
            seen.firstPicture().toMillis(),
            String.join(" ", seen.keys()),
            String.join(" ", seen.crops()),
            seen.tensors(),
            seen.answers(),
            seen.numbers(),
            seen.shapeBytes(),
            seen.networkName(),
            boxes.isEmpty() ? "nothing" : boxes);
  }

  private static String describe(SensorBox box) {
    return "%s %.2f at %d,%d %dx%d"
        .formatted(
            box.kind(),
            box.confidence(),
            box.region().x(),
            box.region().y(),
            box.region().width(),
            box.region().height());
  }

  private Finding interrupt() throws CameraException, IOException, InterruptedException {
    DeviceCheck.End end = device.interrupt();
    keep("stop.txt", end.toString());
    boolean well = end.exit().equals(Optional.of(0));
    return well ? Finding.ok(ended(end)) : Finding.note(ended(end), "Send the folder.");
  }

  private Finding abandon() throws CameraException, IOException, InterruptedException {
    DeviceCheck.End end = device.abandon();
    keep("left.txt", end.toString());
    return end.exit().isPresent()
        ? Finding.ok(ended(end))
        : Finding.fault(
            ended(end), "After a crash of the kiosk the camera would stay taken: send the folder.");
  }

  private static String ended(DeviceCheck.End end) {
    return String.format(
        Locale.ROOT,
        "%s after %.1f s; its first picture came after %.1f s",
        end.exit().map(code -> "ended with status " + code).orElse("did not end"),
        end.took().toMillis() / 1e3,
        end.firstPicture().toMillis() / 1e3);
  }

  private Finding kernel() throws IOException, InterruptedException {
    String all = outputs.of("dmesg");
    List<String> ours =
        all.lines().filter(line -> line.matches("(?i).*(imx500|rp2040|rp1-cfe).*")).toList();
    keep("kernel.txt", String.join("\n", ours));
    if (all.isBlank()) {
      return Finding.note("its messages may not be read", "Run this once more with sudo.");
    }
    List<String> faults =
        ours.stream().filter(l -> l.matches("(?i).*(fail|error|timeout).*")).toList();
    return faults.isEmpty()
        ? Finding.ok(ours.size() + " messages of the camera, no fault among them")
        : Finding.note(faults.size() + " faults of the camera", "Send the folder.");
  }

  private Finding starts() {
    return Finding.ok("%d of the camera since this machine was started".formatted(device.starts()));
  }

  private void keep(String name, String... texts) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", texts) + "\n");
  }
}
