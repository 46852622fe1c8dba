/**
 * Tells the central what the store's outbox holds: exactly once, in the order of each stay,
 * whatever the network does. docs/decisions/0012-sync-protocol.md is the contract.
 */
package io.gatehouse.sync;
