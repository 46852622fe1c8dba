package io.gatehouse.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

  private static final class ReadOnly extends Exception implements Diagnosed {
    private static final long serialVersionUID = 1L;

    @Override
    public KnownFailure failure() {
      return KnownFailure.DATA_READ_ONLY;
    }
  }

  @Test
  void sameFailureHasTheSameCodeWhateverItsMessageAndLine() {
    Throwable once = here("disk 1");
    Throwable again = here("disk 2");

    assertThat(ErrorCode.of(once)).isEqualTo(ErrorCode.of(again));
  }

  @Test
  void anotherPlaceHasAnotherCode() {
    assertThat(ErrorCode.of(here("x"))).isNotEqualTo(ErrorCode.of(elsewhere("x")));
  }

  @Test
  void anotherCauseAtTheSamePlaceHasAnotherCode() {
    assertThat(ErrorCode.of(because(new IOException())))
        .isNotEqualTo(ErrorCode.of(because(new IllegalArgumentException())));
  }

  @Test
  void whatAPoolWrapsKeepsItsCode() {
    Throwable failure = here("x");

    assertThat(ErrorCode.of(new CompletionException(new ExecutionException(failure))))
        .isEqualTo(ErrorCode.of(failure));
  }

  @Test
  void lambdaCountsAsItsMethodSoThatTheCodeOutlivesABuild() {
    assertThat(ErrorCode.of(inLambda()).text()).isEqualTo(ErrorCode.of(inLambda()).text());
    assertThat(inLambda().getStackTrace()[0].getMethodName()).startsWith("lambda$");
    Throwable renumbered = inLambda();
    StackTraceElement[] trace = renumbered.getStackTrace();
    StackTraceElement top = trace[0];
    trace[0] =
        new StackTraceElement(
            top.getClassName(), top.getMethodName() + "7", top.getFileName(), top.getLineNumber());
    renumbered.setStackTrace(trace);

    assertThat(ErrorCode.of(renumbered)).isEqualTo(ErrorCode.of(inLambda()));
  }

  @Test
  void derivedCodeIsShortAndHasNoLookAlikes() {
    assertThat(ErrorCode.of(here("x")).text()).matches("GH-[2345789ACEFHJKLMNPRTUWXY]{4}");
  }

  @Test
  void failureWithoutAnyFrameStillHasACode() {
    Throwable bare = new Throwable("no trace", null, false, false) {};

    assertThat(ErrorCode.of(bare).text()).hasSize("GH-2F7K".length());
  }

  @Test
  void ringOfCausesEnds() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);

    assertThat(ErrorCode.of(first).text()).startsWith("GH-");
  }

  @Test
  void foreseenFailureHasItsFixedCodeHoweverDeepItLies() {
    Throwable wrapped = new IllegalStateException(new CompletionException(new ReadOnly()));

    assertThat(ErrorCode.of(wrapped).text()).isEqualTo("GH-K2");
    assertThat(ErrorCode.diagnosis(wrapped)).contains(KnownFailure.DATA_READ_ONLY);
    assertThat(ErrorCode.diagnosis(here("x"))).isEmpty();
  }

  @Test
  void fixedCodesAreUniqueAndCannotBeTakenForDerivedOnes() {
    assertThat(Arrays.stream(KnownFailure.values()).map(f -> f.code().text()))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("GH-[ACEFHJKLMNPRTUWXY][2-9]"));
  }

  private static Throwable here(String message) {
    return new IllegalStateException(message);
  }

  private static Throwable elsewhere(String message) {
    return new IllegalStateException(message);
  }

  private static Throwable because(Exception cause) {
    return new IllegalStateException(cause);
  }

  private static Throwable inLambda() {
    Supplier<Throwable> supplier = () -> new IllegalStateException("in a lambda");
    return supplier.get();
  }
}
