/**
 * Asks about one picture, once, and sorts what comes back by what is to be done about it. The API
 * is paid by the call and paced; our own recogniser is neither.
 */
package io.gatehouse.snapshot.recognizer;
