package io.gatehouse.launch;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.Barriers;
import io.gatehouse.barrier.ChosenBarrier;
import io.gatehouse.camera.Camera;
import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraSupervisor;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSlot;
import io.gatehouse.camera.JpegEncoder;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.DecisionDesk;
import io.gatehouse.detect.FrameDifferenceVehicleDetector;
import io.gatehouse.detect.VehicleDetectorSettings;
import io.gatehouse.lane.Lane;
import io.gatehouse.lane.LaneNotice;
import io.gatehouse.lane.LaneParts;
import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.PassageRecorder;
import io.gatehouse.lane.PictureKeeper;
import io.gatehouse.lane.Recognition;
import io.gatehouse.lane.VehicleAssessor;
import io.gatehouse.plate.Confusions;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsProblem;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.RetentionPolicy;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.CentralLink;
import io.gatehouse.sync.SyncService;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteParameters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The kiosk without its screen: data folder, store, camera, lane and barrier, built and joined. */
final class Kiosk implements AutoCloseable {

  private static final int JPEG_QUALITY = 85;
  private static final int MOST_GONE_VEHICLES = 8;
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

  private final ClosingStack opened;
  private final SettingsStore settings;
  private final SiteLearning learning;
  private final KioskStore store;
  private final CameraSupervisor camera;
  private final Lane lane;
  private final Runnable jobs;
  private final SyncService sync;
  private final PlateGrammar grammar;
  private final Runnable beforePictures;

  private Kiosk(
      ClosingStack opened,
      SettingsStore settings,
      SiteLearning learning,
      KioskStore store,
      CameraSupervisor camera,
      Lane lane,
      Runnable jobs,
      SyncService sync,
      PlateGrammar grammar,
      Runnable beforePictures) {
    this.opened = opened;
    this.settings = settings;
    this.learning = learning;
    this.store = store;
    this.camera = camera;
    this.lane = lane;
    this.jobs = jobs;
    this.sync = sync;
    this.grammar = grammar;
    this.beforePictures = beforePictures;
  }

  /**
   * Opens everything; frames begin to flow with {@link #start()}.
   *
   * @throws StoreException when the data folder cannot be used
   * @throws CameraException when the camera's URI makes no sense; a camera that is only not there
   *     is waited for
   */
  static Kiosk open(KioskPlan plan, TimeSource time, Threads threads)
      throws StoreException, CameraException {
    ClosingStack opened = new ClosingStack();
    boolean complete = false;
    try {
      Kiosk kiosk = new Builder(plan, time, threads, opened).build();
      complete = true;
      return kiosk;
    } finally {
      if (!complete) {
        opened.close();
      }
    }
  }

  void start() {
    startWithoutCamera();
    beforePictures.run();
    camera.start();
  }

  /** The lane and all that goes on in the background, for a kiosk that has no camera yet. */
  void startWithoutCamera() {
    lane.start();
    jobs.run();
  }

  SettingsStore settings() {
    return settings;
  }

  /** What was wrong with the settings, and with what was learned; empty when all was well. */
  List<SettingsProblem> problems() {
    return Stream.concat(settings.problems().stream(), learning.problem().stream()).toList();
  }

  KioskStore store() {
    return store;
  }

  CameraSupervisor camera() {
    return camera;
  }

  Lane lane() {
    return lane;
  }

  /** The tie to the central server, where there is one. */
  CentralLink central() {
    return sync;
  }

  PlateGrammar grammar() {
    return grammar;
  }

  /**
   * Stops camera and lane; when this returns, what was decided is stored and nothing more will be.
   */
  void stop() {
    camera.close();
    lane.close();
  }

  /**
   * Stops the camera first and the store last, so that every decision finds its way to the disk.
   */
  @Override
  public void close() {
    opened.close();
  }

  private static final class Builder {

    private final KioskPlan plan;
    private final TimeSource time;
    private final Threads threads;
    private final ClosingStack opened;
    private final PlateGrammar grammar = Lanes.grammar();

    Builder(KioskPlan plan, TimeSource time, Threads threads, ClosingStack opened) {
      this.plan = plan;
      this.time = time;
      this.threads = threads;
      this.opened = opened;
    }

    Kiosk build() throws StoreException, CameraException {
      DataFolder folder = opened.add(DataFolder.open(plan.data()));
      FileLogging.into(folder.root().resolve("logs"));
      SettingsStore settingsStore = SettingsStore.open(folder.settingsFile(), time);
      Settings settings = settingsStore.current();
      Camera camera =
          Lanes.cameras(threads, folder.root()).camera(plan.camera().orElse(settings.camera()));
      KioskStore store = opened.add(KioskStore.open(folder, time, Confusions::fold));
      SiteLearning learning = SiteLearning.load(folder.root(), settings);
      Barrier barrier = barrier(settingsStore, camera);
      FramePool pool = opened.add(new FramePool());
      RealPreviewFeed preview = opened.add(new RealPreviewFeed());
      DeferredRecognizer recognizer =
          opened.add(
              new DeferredRecognizer(() -> learning.applied(Lanes.recognizer(settings), grammar)));
      Lane lane = opened.add(lane(settingsStore, store, barrier, preview, recognizer, learning));
      CameraSupervisor supervisor =
          opened.add(
              new CameraSupervisor(
                  camera,
                  new FrameFactory(pool, time),
                  threads,
                  CameraSupervisor.Limits.standard()));
      supervisor.addSink(preview);
      supervisor.addSink(lane);
      supervisor.addListener(lane::onCamera);
      Runnable _ = barrier.listen(lane::onBarrier);
      RetentionJob retention =
          opened.add(
              new RetentionJob(
                  store,
                  () -> policy(settingsStore.current()),
                  lane::state,
                  threads,
                  RetentionJob.Rests.STANDARD));
      BooleanSupplier idle = () -> !RetentionJob.somebodyWaits(lane.state());
      ZoneId zone = ZoneId.systemDefault();
      Periodic backup =
          opened.add(
              new Periodic(
                  "backup", BETWEEN_LOOKS, new BackupJob(store.nightlyBackup(), idle, time, zone)));
      Periodic figures =
          opened.add(
              new Periodic(
                  "figures",
                  BETWEEN_LOOKS,
                  new FiguresJob(store.books().insight(), idle, time, zone)));
      SyncService sync =
          opened.add(
              Syncing.service(
                  store.outbox(),
                  folder.root(),
                  settingsStore::current,
                  () -> lane.state().camera(),
                  time,
                  threads));
      // A real lane goes on; of a clip, a folder or the demo nothing may pass unseen meanwhile.
      boolean waits = !camera.endless() || camera instanceof DemoCamera;
      Runnable beforePictures = waits ? recognizer::load : () -> {};
      Runnable jobs =
          () -> {
            retention.start();
            backup.start(threads);
            figures.start(threads);
            sync.start();
          };
      return new Kiosk(
          opened,
          settingsStore,
          learning,
          store,
          supervisor,
          lane,
          jobs,
          sync,
          grammar,
          beforePictures);
    }

    private static RetentionPolicy policy(Settings settings) {
      return new RetentionPolicy(
          settings.keepPicturesDays(),
          settings.keepPassagesDays(),
          !settings.centralUrl().isBlank(),
          ZoneId.systemDefault());
    }

    private Barrier barrier(SettingsStore settings, Camera camera) {
      Barriers barriers = new Barriers(time, threads);
      ChosenBarrier barrier =
          opened.add(new ChosenBarrier(() -> settings.current().barrier(), barriers::barrier));
      opened.add(settings.subscribe(now -> threads.start("barrier-change", barrier::refresh)));
      opened.add(new SwitchedOff(threads, barrier::close));
      return camera instanceof DemoCamera demo
          ? new DemoBarrier(barrier, demo.lane()::letThrough)
          : barrier;
    }

    private Lane lane(
        SettingsStore settingsStore,
        KioskStore store,
        Barrier barrier,
        RealPreviewFeed preview,
        PlateRecognizer recognizer,
        SiteLearning learning) {
      Settings settings = settingsStore.current();
      FrameSlot newest = new FrameSlot();
      PictureKeeper pictures = new PictureKeeper(new JpegEncoder(JPEG_QUALITY));
      Recognition recognition =
          new Recognition(
              newest,
              new FrameDifferenceVehicleDetector(VehicleDetectorSettings.defaults()),
              recognizer,
              new VehicleTracker(VoteParameters.defaults(), grammar),
              pictures);
      boolean unattended = plan.autoConfirm() || settings.autoConfirm();
      return new Lane(
          new LaneParts(
              newest,
              preview,
              recognition,
              pictures,
              new DecisionDesk(MOST_GONE_VEHICLES),
              unattended ? Optional.of(learning.autoGuard()) : Optional.empty(),
              new PassageRecorder(store.passages(), store.books().audit(), barrier, threads),
              Optional.of(
                  new VehicleAssessor(
                      store.books(),
                      ZoneId.systemDefault(),
                      kind -> settingsStore.current().capacity(kind))),
              settings.openForSubscribers()
                  ? OptionalInt.of(settings.subscriberConfidence())
                  : OptionalInt.empty(),
              grammar,
              time,
              threads),
          LaneState.before(settings.laneName(), settings.direction(), startNotice(store)));
    }

    private static Optional<LaneNotice> startNotice(KioskStore store) {
      return store.recovery().happened()
          ? Optional.of(new LaneNotice(LaneNotice.Kind.STORE_RECOVERED, store.recovery().line()))
          : Optional.empty();
    }
  }
}
