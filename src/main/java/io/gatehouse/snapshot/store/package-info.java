/**
 * The tables, in PostgreSQL or the embedded H2: stored pictures with their plates, and which
 * pictures were read or are being read, so that runs side by side pay once.
 */
package io.gatehouse.snapshot.store;
