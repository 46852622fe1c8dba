package io.gatehouse.support;

import io.gatehouse.bucket.S3Options;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A real S3 server in a process of its own, with its files in a folder. */
public final class S3Server implements AutoCloseable {

  private static final String KEY = "local-identity";
  private static final String SECRET = "local-credential";

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one; answers when this returns. */
  public static S3Server start(Path folder) throws IOException {
    int port = freePort();
    Path files = Files.createDirectories(folder.resolve("files"));
    Path properties = folder.resolve("s3.properties");
    Files.writeString(
        properties,
        """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.identity=unused
        jclouds.credential=unused
        jclouds.filesystem.basedir=%s
        """
            .formatted(port, KEY, SECRET, files));
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(folder.resolve("s3.log").toFile()))
            .start();
    S3Server server = new S3Server(process, port);
    Awaitility.await().atMost(Duration.ofSeconds(90)).until(server::isUp);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean isUp() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** A bucket of it that need not be there yet. */
  public S3Options bucket(String name) {
    return bucket(name, SECRET);
  }

  /** The same with another secret. */
  public S3Options bucket(String name, String secret) {
    return new S3Options(name, "us-east-1", KEY, secret, Optional.of("http://127.0.0.1:" + port));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
