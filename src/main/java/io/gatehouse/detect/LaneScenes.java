package io.gatehouse.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the scenes that the camera has seen standing is the empty lane: the one it comes back
 * to. Vehicles differ from each other and stand there once; the empty lane returns after each.
 */
final class LaneScenes {

  private static final int MAX_SCENES = 6;

  /** Old merits count no more than this, so that a changed lane is learnt within a few vehicles. */
  private static final int MAX_VISITS = 3;

  private final List<Scene> scenes = new ArrayList<>();
  private Scene empty;

  static final class Scene {

    private final float[] brightness;
    private int visits;
    private long lastVisit;

    private Scene(float[] brightness) {
      this.brightness = brightness.clone();
    }

    float[] brightness() {
      return brightness;
    }

    /** Moves towards what is seen now, by {@code share}. */
    void follow(float[] seen, float share) {
      for (int i = 0; i < brightness.length; i++) {
        brightness[i] += share * (seen[i] - brightness[i]);
      }
    }
  }

  /** The empty lane as far as it is known; null before any scene was remembered. */
  Scene emptyLane() {
    return empty;
  }

  List<Scene> all() {
    return scenes;
  }

  /** Remembers a scene that was not seen before. */
  Scene remember(float[] brightness) {
    Scene scene = new Scene(brightness);
    if (scenes.size() >= MAX_SCENES) {
      scenes.stream()
          .filter(s -> s != empty)
          .min(Comparator.comparingInt((Scene s) -> s.visits).thenComparingLong(s -> s.lastVisit))
          .ifPresent(scenes::remove);
    }
    scenes.add(scene);
    return scene;
  }

  /** The camera has come (back) to a scene. */
  void visited(Scene scene, long nanos) {
    scene.visits = Math.min(MAX_VISITS, scene.visits + 1);
    scene.lastVisit = nanos;
    if (empty == null) {
      empty = scene;
    } else if (scene != empty && scene.visits > 1) {
      empty.visits--;
      if (scene.visits > empty.visits) {
        empty = scene;
      }
    }
  }

  /** Takes a scene for the empty lane, whatever was so before. */
  void adopt(Scene scene) {
    scene.visits = MAX_VISITS;
    empty = scene;
  }
}
