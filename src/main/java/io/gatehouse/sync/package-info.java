/** Tells the central server what the store's outbox holds. */
package io.gatehouse.sync;
