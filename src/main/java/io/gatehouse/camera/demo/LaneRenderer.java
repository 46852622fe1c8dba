package io.gatehouse.camera.demo;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.Region;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Paints the lane as the traffic stands, frame by frame. Used by one thread. */
final class LaneRenderer implements AutoCloseable {

  private static final int BRAKE_LIGHT = 0xFF3A2A;
  private static final int TAIL_LIGHT = 0xE02A20;

  private final LaneView view;
  private final Ambience ambience;
  private final long seed;
  private final Canvas backdrop;
  private final Canvas canvas;
  private final SpriteBlitter blitter;
  private final BoomPainter boom;
  private final VehicleStudio studio;
  private final Sensor sensor;
  private final Optional<Rain> rain;
  private final List<VehicleSprite> sprites = new ArrayList<>();
  private long painted;

  LaneRenderer(DemoOptions options) {
    Natives.load();
    view = new LaneView(options.width(), options.height());
    ambience = Ambience.of(options.light(), options.rain());
    seed = options.seed();
    backdrop = new Backdrop(view, ambience, seed).paint();
    canvas = new Canvas(view.width(), view.height());
    blitter = new SpriteBlitter(canvas);
    boom = new BoomPainter(view, ambience);
    studio = new VehicleStudio(view, ambience);
    sensor = new Sensor(view, ambience, seed);
    rain = options.rain() ? Optional.of(new Rain(view, ambience, seed)) : Optional.empty();
  }

  /** Paints into the frame's pixels and says what they show. */
  DemoTruth render(Traffic traffic, Frame frame) {
    SplittableRandom chance = new SplittableRandom(seed * 31 + painted++);
    canvas.copyFrom(backdrop);
    boolean boomPainted = false;
    for (MovingVehicle vehicle : traffic.inView()) {
      if (!boomPainted && vehicle.depth() < LanePlan.BOOM) {
        boom.paint(canvas, traffic.boom());
        boomPainted = true;
      }
      paint(vehicle, traffic.seconds());
    }
    if (!boomPainted) {
      boom.paint(canvas, traffic.boom());
    }
    if (ambience.wet()) {
      Splashes.paint(canvas, view, ambience, chance);
    }
    // paint the next one ahead, while the lane has nothing else to do
    sprite(traffic.upcoming());
    sprites.removeIf(s -> gone(s, traffic));
    double sway = traffic.seconds() * 2 * Math.PI;
    double dx = 0.3 * view.unit() * Math.sin(sway * 0.37);
    double dy = 0.25 * view.unit() * Math.sin(sway * 0.53 + 1);
    sensor.take(canvas, frame.bgr(), dx, dy);
    rain.ifPresent(r -> r.fall(frame.bgr(), chance));
    sensor.addNoise(frame.bgr(), chance);
    return truth(traffic, frame.stamp().sequence(), dx, dy);
  }

  private static boolean gone(VehicleSprite sprite, Traffic traffic) {
    return sprite.vehicle().number() < traffic.upcoming().number()
        && traffic.inView().stream().noneMatch(v -> v.vehicle().equals(sprite.vehicle()));
  }

  private VehicleSprite sprite(DemoVehicle vehicle) {
    for (VehicleSprite sprite : sprites) {
      if (sprite.vehicle().number() == vehicle.number()) {
        return sprite;
      }
    }
    VehicleSprite made = studio.paint(vehicle);
    sprites.add(made);
    return made;
  }

  private void paint(MovingVehicle moving, double seconds) {
    VehicleSprite sprite = sprite(moving.vehicle());
    Sprite image = moving.braking() ? sprite.braking() : sprite.rolling();
    double depth = moving.depth();
    double metre = view.scale(depth);
    double scale = metre / sprite.pixelsPerMetre();
    double x = view.x(moving.x(), depth);
    double y = view.y(0, depth);
    if (moving.phase() == DemoPhase.STOPPED) {
      // whole pixels: the sprite is copied as it was painted, and its plate stays sharp
      x = Math.rint(x);
      y = Math.rint(y);
    }
    if (depth > LanePlan.PORTAL) {
      blitter.clip(view.x(-1.95, LanePlan.PORTAL), view.x(1.95, LanePlan.PORTAL));
    }
    boolean open = depth < LanePlan.PORTAL;
    if (open) {
      shadow(sprite.painter(), x, y, metre);
    }
    if (ambience.wet() && open) {
      blitter.reflect(image, x, y, scale, 0.34, 1.0 * metre, seconds * 5);
    }
    blitter.draw(image, x, y, scale, moving.lean(), blur(moving, metre));
    blitter.unclip();
    if (open) {
      glare(sprite.painter(), moving, x, y, metre);
    }
  }

  /** How far the edge of the picture of a vehicle moves while the shutter is open, in halvings. */
  private static int blur(MovingVehicle moving, double metre) {
    double shutter = 1 / 45.0;
    double pixels = moving.speed() * shutter / moving.depth() * metre * 0.6;
    return pixels > 7 ? 2 : pixels > 3 ? 1 : 0;
  }

  private void shadow(BodyPainter painter, double x, double y, double metre) {
    double half = painter.footprint();
    double wet = ambience.wet() ? 0.75 : 1;
    canvas.shade(x, y - 0.03 * metre, (half + 0.42) * metre, 0.34 * metre, 0.42 * wet);
    canvas.shade(x, y - 0.02 * metre, (half + 0.08) * metre, 0.13 * metre, 0.75 * wet);
    canvas.shade(
        x + 0.28 * metre * ambience.sun(),
        y + 0.02 * metre,
        (half + 0.3) * metre,
        0.16 * metre,
        0.4 * ambience.sun());
  }

  private void glare(BodyPainter painter, MovingVehicle moving, double x, double y, double metre) {
    double strength =
        moving.braking()
            ? 0.42 + 0.3 * ambience.lamps()
            : 0.4 * Math.max(0, ambience.lamps() - 0.2);
    if (strength < 0.02) {
      return;
    }
    int light = moving.braking() ? BRAKE_LIGHT : TAIL_LIGHT;
    for (BodyPainter.Lamp lamp : painter.lamps()) {
      double lx = x + lamp.x() * metre + moving.lean() * lamp.y() * metre;
      double ly = y - lamp.y() * metre;
      double r = lamp.radius() * metre;
      canvas.glow(lx, ly, r * 2.6, r * 2.2, light, strength);
      canvas.glow(lx, ly, r * 5.5, r * 0.8, light, strength * 0.35);
      double ground = ambience.wet() ? 0.62 : 0.3;
      double reach = ambience.wet() ? 0.42 : 0.16;
      canvas.glow(
          lx * 0.9 + x * 0.1,
          y + 0.03 * metre,
          r * 5.5,
          reach * metre,
          light,
          strength * ground * (0.3 + 0.7 * ambience.lamps()));
    }
  }

  private DemoTruth truth(Traffic traffic, long sequence, double dx, double dy) {
    return traffic
        .atHand()
        .map(v -> new DemoTruth(sequence, v.phase(), Optional.of(v.vehicle()), plateBox(v, dx, dy)))
        .orElse(new DemoTruth(sequence, DemoPhase.NONE, Optional.empty(), Optional.empty()));
  }

  private Optional<Region> plateBox(MovingVehicle moving, double dx, double dy) {
    List<Point2D> corners = sprite(moving.vehicle()).plateCorners();
    if (corners.isEmpty() || moving.depth() > LanePlan.PORTAL) {
      return Optional.empty();
    }
    double metre = view.scale(moving.depth());
    double anchorX = view.x(moving.x(), moving.depth()) + dx;
    double anchorY = view.y(0, moving.depth()) + dy;
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Point2D corner : corners) {
      double x = anchorX + (corner.getX() + moving.lean() * corner.getY()) * metre;
      double y = anchorY - corner.getY() * metre;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    if (left < 0 || top < 0 || right > view.width() || bottom > view.height()) {
      return Optional.empty();
    }
    int x = (int) Math.floor(left);
    int y = (int) Math.floor(top);
    return Optional.of(new Region(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y));
  }

  @Override
  public void close() {
    sensor.close();
    rain.ifPresent(Rain::close);
  }
}
