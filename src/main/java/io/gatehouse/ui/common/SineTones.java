package io.gatehouse.ui.common;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sine tones on the machine's loudspeaker; silent, with one logged line, where there is none. */
public final class SineTones implements Tones {

  private static final Logger log = LoggerFactory.getLogger(SineTones.class);
  private static final float RATE = 44_100;
  private static final double LOUDNESS = 0.35;
  private static final double FADE_SECONDS = 0.012;

  private final Executor worker;
  private final BooleanSupplier wanted;
  private volatile boolean noLoudspeaker;

  /**
   * @param worker plays one tone at a time
   * @param wanted whether tones are switched on now
   */
  public SineTones(Executor worker, BooleanSupplier wanted) {
    this.worker = worker;
    this.wanted = wanted;
  }

  @Override
  public void vehicle() {
    play(tone(880, 0.12));
  }

  @Override
  public void warning() {
    byte[] high = tone(520, 0.18);
    byte[] low = tone(390, 0.28);
    byte[] both = new byte[high.length + low.length];
    System.arraycopy(high, 0, both, 0, high.length);
    System.arraycopy(low, 0, both, high.length, low.length);
    play(both);
  }

  private void play(byte[] samples) {
    if (wanted.getAsBoolean() && !noLoudspeaker) {
      worker.execute(() -> playNow(samples));
    }
  }

  private void playNow(byte[] samples) {
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      line.write(samples, 0, samples.length);
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      noLoudspeaker = true; // IllegalArgumentException is how Java says that there is no device
      log.info("no loudspeaker, so no tones: {}", e.getMessage());
    }
  }

  /** 16-bit little-endian samples, faded in and out so that it does not click. */
  private static byte[] tone(double hertz, double seconds) {
    int count = (int) (seconds * RATE);
    double fade = FADE_SECONDS * RATE;
    byte[] samples = new byte[count * 2];
    for (int i = 0; i < count; i++) {
      double envelope = Math.min(1, Math.min(i, count - i) / fade);
      double wave = Math.sin(2 * Math.PI * hertz * i / RATE);
      int sample = (int) (wave * envelope * LOUDNESS * Short.MAX_VALUE);
      samples[2 * i] = (byte) sample;
      samples[2 * i + 1] = (byte) (sample >> 8);
    }
    return samples;
  }
}
