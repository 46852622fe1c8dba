/**
 * Pictures in memory, and where they come from: files, and URLs fetched within limits and never
 * from private networks unless that is allowed.
 */
package io.gatehouse.snapshot.picture;
