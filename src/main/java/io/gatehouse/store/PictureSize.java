package io.gatehouse.store;

/** Which of a passage's pictures. */
public enum PictureSize {
  FULL,
  CROP,
  THUMBNAIL
}
