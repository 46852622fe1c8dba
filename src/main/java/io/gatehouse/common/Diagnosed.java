package io.gatehouse.common;

/** An exception whose cause is understood: people are told a sentence, not a class name. */
public interface Diagnosed {

  KnownFailure failure();
}
