/**
 * What every part of an import speaks of: a line of the list, how it ended, and how a run is asked
 * to stop.
 */
package io.gatehouse.snapshot.common;
