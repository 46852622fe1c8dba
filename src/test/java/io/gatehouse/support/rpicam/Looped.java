package io.gatehouse.support.rpicam;

import java.util.ArrayList;
import java.util.List;

/** A few shots of another scene, made beforehand, again and again: it costs no time to show. */
final class Looped implements Scene {

  private final List<Shot> shots = new ArrayList<>();

  private Looped() {}

  static Scene of(Scene scene, int shots) throws Exception {
    if (shots < 1) {
      return scene;
    }
    Looped looped = new Looped();
    for (int i = 0; i < shots; i++) {
      looped.shots.add(scene.shot(i));
    }
    return looped;
  }

  @Override
  public Shot shot(long number) {
    return shots.get((int) (number % shots.size()));
  }
}
