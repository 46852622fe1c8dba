package io.gatehouse.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads a view's FXML: for {@code ui.live.LiveView} it is {@code /fxml/live/Live.fxml}. Its {@code
 * %keys} follow the language.
 */
public final class ScreenLoader {

  private final Texts texts;

  public ScreenLoader(Texts texts) {
    this.texts = texts;
  }

  /**
   * Loads the FXML of {@code view}, which becomes its controller.
   *
   * @return the root
   * @throws IllegalStateException when the FXML is missing or names another controller: a fault of
   *     the build
   */
  public Parent load(Object view) {
    String path = path(view.getClass());
    URL fxml = view.getClass().getResource(path);
    if (fxml == null) {
      throw new IllegalStateException("no " + path + " for " + view.getClass().getName());
    }
    FXMLLoader loader = new FXMLLoader(fxml, new LiveKeys());
    loader.setControllerFactory(type -> controller(type, view, path));
    try {
      Parent root = loader.load();
      LiveKeys.bind(root, texts);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + path, e);
    }
  }

  private static Object controller(Class<?> type, Object view, String path) {
    if (!type.isInstance(view)) {
      throw new IllegalStateException(path + " names the controller " + type.getName());
    }
    return view;
  }

  private static String path(Class<?> view) {
    String folder = view.getPackageName().substring(view.getPackageName().lastIndexOf('.') + 1);
    String name = view.getSimpleName().replaceFirst("View$", "");
    return "/fxml/" + folder + "/" + name + ".fxml";
  }
}
