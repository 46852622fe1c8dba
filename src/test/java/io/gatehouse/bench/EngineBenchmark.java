package io.gatehouse.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.gatehouse.camera.Natives;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Our networks run by ONNX Runtime and by OpenCV's DNN module, on one thread: milliseconds of
 * processor time a run, and the largest difference between any two of their values.
 */
@Command(name = "engines", description = "Our networks by inference engine, one thread.")
public final class EngineBenchmark implements Callable<Integer> {

  private static final int PICTURES = 20;

  /** What a run takes when nothing else is done by the machine. */
  private static final double FASTEST = 0.05;

  @Option(
      names = "--calls",
      defaultValue = "300",
      paramLabel = "N",
      description = "measured runs (${DEFAULT-VALUE})")
  private int calls;

  @Option(
      names = "--also",
      paramLabel = "FILE",
      description = "another copy of the reader, a quantised one for instance")
  private List<Path> also = List.of();

  private final PrintStream console = System.out;

  /** A network's input is {@code 1 x 1 x height x width}. */
  private record Network(String name, String resource, int width, int height) {
    byte[] bytes() throws IOException {
      try (InputStream in = Network.class.getClassLoader().getResourceAsStream(resource)) {
        if (in == null) {
          throw new FileNotFoundException(resource + " is not on the class path");
        }
        return in.readAllBytes();
      }
    }
  }

  /** Runs one network; its outputs come shortest first, which is the same order in all engines. */
  private interface Engine extends AutoCloseable {
    List<float[]> run(FloatBuffer grey) throws OrtException;

    @Override
    void close() throws OrtException;
  }

  private static final List<Network> NETWORKS =
      List.of(
          new Network("reader", "models/plate-reader.onnx", 160, 64),
          new Network("detector", "models/plate-detector.onnx", 384, 224));

  public static void main(String[] args) {
    int exit = new CommandLine(new EngineBenchmark()).execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  @Override
  public Integer call() throws Exception {
    Natives.load();
    opencv_core.setNumThreads(1);
    Bench bench = new Bench();
    for (Network network : NETWORKS) {
      List<FloatBuffer> pictures = pictures(network);
      try (Engine runtime = new OnnxRuntime(network, network.bytes());
          Engine dnn = new Dnn(network, network.bytes())) {
        measure(bench, network.name() + ", ONNX Runtime", runtime, pictures);
        measure(bench, network.name() + ", OpenCV DNN", dnn, pictures);
        difference(network.name() + ", OpenCV DNN", runtime, dnn, pictures);
        if (network.equals(NETWORKS.getFirst())) {
          for (Path file : also) {
            try (Engine other = new OnnxRuntime(network, Files.readAllBytes(file))) {
              String name = "reader, " + file.getFileName();
              measure(bench, name, other, pictures);
              difference(name, runtime, other, pictures);
            }
          }
        }
      }
    }
    bench.print("Engines, one thread", console);
    return 0;
  }

  private void measure(Bench bench, String name, Engine engine, List<FloatBuffer> pictures)
      throws Exception {
    int[] next = {0};
    Bench.Result result =
        bench.measure(
            name, calls / 10, calls, () -> engine.run(pictures.get(next[0]++ % pictures.size())));
    console.printf(
        Locale.ROOT, "%s: %.2f ms in the fastest twentieth%n", name, result.percentile(FASTEST));
  }

  private void difference(String name, Engine a, Engine b, List<FloatBuffer> pictures)
      throws OrtException {
    double most = 0;
    double largest = 0;
    for (FloatBuffer picture : pictures) {
      List<float[]> one = a.run(picture);
      List<float[]> two = b.run(picture);
      for (int i = 0; i < one.size(); i++) {
        for (int j = 0; j < one.get(i).length; j++) {
          most = Math.max(most, Math.abs(one.get(i)[j] - two.get(i)[j]));
          largest = Math.max(largest, Math.abs(one.get(i)[j]));
        }
      }
    }
    console.printf(
        Locale.ROOT,
        "%s: differs from ONNX Runtime by %.2g at most, of values up to %.1f%n",
        name,
        most,
        largest);
  }

  /** Writing on blurred noise: what a network sees in earnest is as varied. */
  private static List<FloatBuffer> pictures(Network network) {
    Random random = new Random(7);
    List<FloatBuffer> pictures = new ArrayList<>();
    try (PointerScope _ = new PointerScope()) {
      for (int i = 0; i < PICTURES; i++) {
        byte[] noise = new byte[network.width() * network.height()];
        random.nextBytes(noise);
        Mat grey = new Mat(network.height(), network.width(), CV_8UC1);
        grey.data().put(noise);
        GaussianBlur(grey, grey, new Size(5, 5), 0);
        String text = "%dG-%03d.%02d".formatted(11 + random.nextInt(88), random.nextInt(1000), i);
        Point at = new Point(random.nextInt(20), network.height() * 3 / 4 - random.nextInt(10));
        putText(grey, text, at, FONT_HERSHEY_SIMPLEX, 0.7, new Scalar(10.0), 2, 8, false);
        FloatBuffer values = floats(noise.length);
        Mat target = new Mat(network.height(), network.width(), CV_32F, new FloatPointer(values));
        grey.convertTo(target, CV_32F, 1 / 255.0, 0);
        pictures.add(values);
      }
    }
    return pictures;
  }

  private static FloatBuffer floats(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** ONNX Runtime, with the settings that the product gives it. */
  private static final class OnnxRuntime implements Engine {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final long[] shape;

    OnnxRuntime(Network network, byte[] model) throws OrtException {
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(model, options);
      }
      shape = new long[] {1, 1, network.height(), network.width()};
    }

    @Override
    public List<float[]> run(FloatBuffer grey) throws OrtException {
      try (OnnxTensor tensor = OnnxTensor.createTensor(environment, grey.duplicate(), shape);
          OrtSession.Result result =
              session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
        List<float[]> outputs = new ArrayList<>();
        for (Map.Entry<String, OnnxValue> each : result) {
          FloatBuffer values = ((OnnxTensor) each.getValue()).getFloatBuffer();
          float[] copy = new float[values.remaining()];
          values.get(copy);
          outputs.add(copy);
        }
        outputs.sort(Comparator.comparingInt(values -> values.length));
        return outputs;
      }
    }

    @Override
    public void close() throws OrtException {
      session.close();
    }
  }

  private static final class Dnn implements Engine {

    private final Network network;
    private final Net net;
    private final StringVector outputNames;

    Dnn(Network network, byte[] model) {
      this.network = network;
      try (BytePointer bytes = new BytePointer(model)) {
        net = opencv_dnn.readNetFromONNX(bytes, model.length);
      }
      outputNames = net.getUnconnectedOutLayersNames();
    }

    @Override
    public List<float[]> run(FloatBuffer grey) {
      try (PointerScope _ = new PointerScope()) {
        int[] shape = {1, 1, network.height(), network.width()};
        net.setInput(new Mat(shape, CV_32F, new FloatPointer(grey)));
        MatVector maps = new MatVector();
        net.forward(maps, outputNames);
        List<float[]> outputs = new ArrayList<>();
        for (Mat map : maps.get()) {
          float[] copy = new float[(int) map.total()];
          map.<FloatBuffer>createBuffer().get(copy);
          outputs.add(copy);
        }
        outputs.sort(Comparator.comparingInt(values -> values.length));
        return outputs;
      }
    }

    @Override
    public void close() {
      outputNames.close();
      net.close();
    }
  }
}
