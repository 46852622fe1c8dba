/**
 * What a site teaches: which characters its readings confuse, learned from what the guard confirmed
 * and corrected, kept only where it reads the site's last days better. See
 * docs/decisions/0005-learning-from-corrections.md.
 */
package io.gatehouse.learn;
