package io.gatehouse.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2 that is full when its files would grow beyond a quota: {@code quota:}. */
public final class QuotaFileSystem extends FilePathWrapper {

  static final String SCHEME = "quota";

  private static final AtomicReference<LongSupplier> LARGEST_FILE =
      new AtomicReference<>(() -> Long.MAX_VALUE);

  static void allow(long largestFile) {
    allow(() -> largestFile);
  }

  static void allow(LongSupplier largestFile) {
    LARGEST_FILE.set(largestFile);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new QuotaChannel(super.open(mode));
  }

  private static final class QuotaChannel extends FileBase {

    private final FileChannel channel;

    private QuotaChannel(FileChannel channel) {
      this.channel = channel;
    }

    private void check(long end) throws IOException {
      if (end > channel.size() && end > LARGEST_FILE.get().getAsLong()) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return channel.read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      check(channel.position() + source.remaining());
      return channel.write(source);
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      check(position + source.remaining());
      return channel.write(source, position);
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      channel.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      channel.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return channel.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      channel.close();
    }
  }
}
