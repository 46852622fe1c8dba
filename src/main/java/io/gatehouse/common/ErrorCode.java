package io.gatehouse.common;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;

/**
 * A short code that names a failure on the phone: {@code GH-2F7K}. A foreseen failure has a fixed
 * one of two characters; any other gets four, derived from the place where it happened. The
 * characters are free of look-alikes: of each group O 0 D Q, I 1, S 5, Z 2, G 6, B 8, U V at most
 * one is used.
 *
 * @param text as it is read out, with its prefix
 */
public record ErrorCode(String text) {

  private static final String PREFIX = "GH-";
  private static final String ALPHABET = "2345789ACEFHJKLMNPRTUWXY";
  private static final int DERIVED_LENGTH = 4;
  private static final String OWN_PACKAGE = "io.gatehouse.";

  static ErrorCode fixed(String place) {
    return new ErrorCode(PREFIX + place);
  }

  /**
   * The code of a failure: the fixed one when it is {@link Diagnosed}, else one made of the classes
   * of its causes and the method of ours that it came from. Line numbers and messages do not count,
   * so that the same failure keeps its code from build to build.
   */
  public static ErrorCode of(Throwable failure) {
    List<Throwable> chain = causes(failure);
    return diagnosed(chain)
        .map(KnownFailure::code)
        .orElseGet(() -> new ErrorCode(PREFIX + derived(place(chain))));
  }

  /** What is understood of a failure; empty when nobody foresaw it. */
  public static Optional<KnownFailure> diagnosis(Throwable failure) {
    return diagnosed(causes(failure));
  }

  private static Optional<KnownFailure> diagnosed(List<Throwable> chain) {
    for (Throwable link : chain) {
      if (link instanceof Diagnosed known) {
        return Optional.of(known.failure());
      }
    }
    return Optional.empty();
  }

  private static List<Throwable> causes(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }

  private static String place(List<Throwable> chain) {
    StringBuilder place = new StringBuilder();
    for (Throwable link : chain) {
      if (!isCourier(link)) {
        place.append(link.getClass().getName()).append('\n');
      }
    }
    for (Throwable link : chain.reversed()) {
      for (StackTraceElement frame : link.getStackTrace()) {
        if (frame.getClassName().startsWith(OWN_PACKAGE)) {
          return place.append(method(frame)).toString();
        }
      }
    }
    StackTraceElement[] foreign = chain.getLast().getStackTrace();
    return foreign.length == 0 ? place.toString() : place.append(method(foreign[0])).toString();
  }

  /** Thread pools wrap what a task threw; the same failure met directly is the same failure. */
  private static boolean isCourier(Throwable link) {
    return link.getCause() != null
        && (link instanceof CompletionException || link instanceof ExecutionException);
  }

  /** Lambdas are numbered anew by every build: {@code lambda$open$3} counts as {@code open}. */
  private static String method(StackTraceElement frame) {
    String name = frame.getMethodName();
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      name = name.substring("lambda$".length(), Math.max(end, "lambda$".length()));
    }
    return frame.getClassName() + '#' + name;
  }

  private static String derived(String place) {
    CRC32 sum = new CRC32();
    sum.update(place.getBytes(StandardCharsets.UTF_8));
    long rest = sum.getValue();
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < DERIVED_LENGTH; i++) {
      code.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return code.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
