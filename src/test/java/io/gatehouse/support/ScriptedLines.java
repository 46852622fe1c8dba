package io.gatehouse.support;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.Quad;
import io.gatehouse.read.ReadLine;
import io.gatehouse.read.TextLineReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads in each outline what a test put there, and counts. */
public final class ScriptedLines implements TextLineReader {

  private final Map<Quad, ReadLine> shown = new HashMap<>();
  private int reads;
  private boolean closed;

  /** Every character equally sure, without alternatives. */
  public void show(Quad outline, String text, double confidence) {
    shown.put(outline, new ReadLine(text, Readings.characters(text, confidence)));
  }

  public int reads() {
    return reads;
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public ReadLine read(Frame frame, Quad outline) {
    reads++;
    return shown.getOrDefault(outline, new ReadLine("", List.of()));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public void close() {
    closed = true;
  }
}
