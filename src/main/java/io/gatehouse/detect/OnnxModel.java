package io.gatehouse.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network with one input, all of it in 32-bit floats, run by ONNX Runtime on the processor. Used
 * by one thread at a time.
 */
public final class OnnxModel implements AutoCloseable {

  /** A network's answer: its values in row-major order, and their shape. */
  @SuppressWarnings("ArrayRecordComponent") // a shape is looked at, never compared
  public record Output(FloatBuffer values, long[] shape) {}

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String inputName;
  private boolean closed;

  private OnnxModel(String name, OrtEnvironment environment, OrtSession session) {
    this.name = name;
    this.environment = environment;
    this.session = session;
    this.inputName = session.getInputNames().iterator().next();
  }

  /**
   * Loads a model from the class path.
   *
   * @param resource absolute resource path without leading slash
   * @param threads threads that share the work of one run, at least 1
   * @throws ModelException when it is missing or is no model
   */
  public static OnnxModel fromClassPath(String resource, int threads) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream in = OnnxModel.class.getClassLoader().getResourceAsStream(resource);
        SessionOptions options = new SessionOptions()) {
      if (in == null) {
        throw new FileNotFoundException("not on the class path");
      }
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Threads that spin while they wait would take the preview's processor time.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // The memory of a run goes back after it: kept, it is a hundred megabytes that serve no one.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      return new OnnxModel(
          resource, environment, environment.createSession(in.readAllBytes(), options));
    } catch (IOException | OrtException e) {
      throw new ModelException(
          "model %s cannot be loaded: %s".formatted(resource, e.getMessage()), e);
    }
  }

  /**
   * Runs the network.
   *
   * @param input a direct buffer in native order, from its position to its limit
   * @param shape of the input
   * @throws ModelException when the network does not take this shape
   * @throws IllegalStateException when the model is closed
   */
  public Output run(FloatBuffer input, long... shape) {
    return runAll(input, shape).getFirst();
  }

  /**
   * As {@link #run} for a network of several outputs.
   *
   * @return in the order in which the network names them
   */
  public List<Output> runAll(FloatBuffer input, long... shape) {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
        OrtSession.Result result = session.run(Map.of(inputName, tensor))) {
      List<Output> outputs = new ArrayList<>(result.size());
      for (Map.Entry<String, OnnxValue> each : result) {
        OnnxTensor output = (OnnxTensor) each.getValue();
        outputs.add(new Output(output.getFloatBuffer(), output.getInfo().getShape()));
      }
      return outputs;
    } catch (OrtException e) {
      throw new ModelException("model %s failed: %s".formatted(name, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return; // the session itself may be closed only once
    }
    closed = true;
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("model %s cannot be closed: %s".formatted(name, e.getMessage()), e);
    }
  }
}
