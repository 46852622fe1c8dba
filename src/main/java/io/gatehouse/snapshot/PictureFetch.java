package io.gatehouse.snapshot;

import io.gatehouse.snapshot.common.Line;
import io.gatehouse.snapshot.common.Stop;
import io.gatehouse.snapshot.common.StoppedException;
import io.gatehouse.snapshot.picture.FetchException;
import io.gatehouse.snapshot.picture.FilePictures;
import io.gatehouse.snapshot.picture.Picture;
import io.gatehouse.snapshot.picture.UrlPictures;
import java.time.Duration;

/** Gets the picture of a line, from this machine or another. Any thread. */
final class PictureFetch {

  private final UrlPictures urls;
  private final Patience patience;
  private final Stop stop;

  PictureFetch(UrlPictures urls, Patience patience, Stop stop) {
    this.urls = urls;
    this.patience = patience;
    this.stop = stop;
  }

  Picture fetch(Line line) throws PictureFailedException, StoppedException {
    for (int failures = 1; ; failures++) {
      try {
        return line.isUrl() ? urls.fetch(line.source()) : FilePictures.read(line.source());
      } catch (FetchException e) {
        if (!e.isWorthAnotherTry() || failures >= patience.tries()) {
          throw new PictureFailedException(e.getMessage());
        }
        Duration pause = patience.backOff().after(failures);
        stop.pause(e.pause().orElse(pause));
      }
    }
  }
}
