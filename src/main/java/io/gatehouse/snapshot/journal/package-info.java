/**
 * What a run must not forget: answers that were paid for, and their pictures, on the disk until
 * they are in the database.
 */
package io.gatehouse.snapshot.journal;
