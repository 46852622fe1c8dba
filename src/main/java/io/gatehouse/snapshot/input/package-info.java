/**
 * What a person hands in: the list of pictures, and the variables of the environment and {@code
 * .env}.
 */
package io.gatehouse.snapshot.input;
