/**
 * The Raspberry Pi's AI Camera: one {@code rpicam-vid} child process that writes pictures and what
 * the sensor's own network saw in them to one pipe.
 */
package io.gatehouse.camera.rpicam;
