package io.gatehouse.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A document of A4 pages that is written from the top down. Sizes are points; the texts are in
 * Inter, which is embedded whole: PDFBox cannot embed a part of a font with PostScript outlines.
 */
public final class PdfSheet implements AutoCloseable {

  static final float MARGIN = 48;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private static final String FONTS = "/com/formdev/flatlaf/fonts/inter/";
  private static final float FOOT = 40;
  private static final float GAP = 6;
  private static final float LEADING = 1.35f;

  private final PDDocument document = new PDDocument();
  private final Face regular;
  private final Face bold;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream content;
  private float y;

  private record Face(PDFont font, CmapLookup characters) {}

  /** Begins the first page. */
  public PdfSheet(String title) throws IOException {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Gatehouse");
    regular = face("Inter-Regular.otf");
    bold = face("Inter-Bold.otf");
    newPage();
  }

  private Face face(String file) throws IOException {
    try (InputStream font = PdfSheet.class.getResourceAsStream(FONTS + file)) {
      if (font == null) {
        throw new IOException("the font " + FONTS + file + " is missing");
      }
      TrueTypeFont parsed = new OTFParser().parse(new RandomAccessReadBuffer(font));
      return new Face(PDType0Font.load(document, parsed, false), parsed.getUnicodeCmapLookup());
    }
  }

  /** Begins a new page when there is less room than that. */
  void need(float height) throws IOException {
    if (y - height < MARGIN + FOOT) {
      newPage();
    }
  }

  /** Leaves room. */
  public void space(float height) {
    y -= height;
  }

  /** A line over the whole width. */
  public void line(String text, float size, boolean strong) throws IOException {
    need(size * LEADING);
    y -= size * LEADING;
    draw(fitting(text, size, strong, WIDTH), MARGIN, size, strong, 0);
  }

  /** A line of a table: each text in its column, cut where the next begins. */
  void columns(float size, boolean strong, float[] starts, String... texts) throws IOException {
    need(size * LEADING);
    y -= size * LEADING;
    for (int i = 0; i < texts.length; i++) {
      float end = i + 1 < texts.length ? starts[i + 1] : WIDTH;
      String text = fitting(texts[i], size, strong, end - starts[i] - 6);
      draw(text, MARGIN + starts[i], size, strong, 0);
    }
  }

  /** A word at the left, what it amounts to at the right of so much room. */
  void amount(String word, String value, float size, boolean strong, float width)
      throws IOException {
    need(size * LEADING);
    y -= size * LEADING;
    draw(fitting(word, size, strong, width * 0.6f), MARGIN, size, strong, 0);
    float wide = width(value, size, strong);
    draw(value, MARGIN + width - wide, size, strong, 0);
  }

  /** A thin line. */
  public void rule() throws IOException {
    y -= 5;
    content.setStrokingColor(0.75f);
    content.setLineWidth(0.7f);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
    y -= 3;
  }

  /** Lines of text beside a picture, or without one. */
  void pictured(byte[] jpeg, float width, float height, List<String> lines, float size)
      throws IOException {
    pictured(List.of(jpeg), width, height, lines, size);
  }

  /** Lines of text beside pictures; an empty one leaves its place free. */
  public void pictured(
      List<byte[]> jpegs, float width, float height, List<String> lines, float size)
      throws IOException {
    need(height + 8);
    float top = y;
    float x = MARGIN;
    for (byte[] jpeg : jpegs) {
      if (jpeg.length > 0) {
        picture(jpeg, x, top, width, height);
      }
      x += width + GAP;
    }
    x += GAP / 2;
    for (int i = 0; i < lines.size(); i++) {
      y -= size * LEADING;
      String text = fitting(lines.get(i), size, i == 0, MARGIN + WIDTH - x);
      draw(text, x, size, i == 0, i == 0 ? 0 : 0.3f);
    }
    y = Math.min(y, top - height - 4) - 4;
  }

  private void picture(byte[] jpeg, float x, float top, float width, float height)
      throws IOException {
    PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
    float scale = Math.min(width / image.getWidth(), height / image.getHeight());
    float shown = image.getHeight() * scale;
    content.drawImage(image, x, top - shown - 4, image.getWidth() * scale, shown);
  }

  /** Writes a line at the foot of every page, and the pages' numbers. */
  public byte[] finish(String foot) throws IOException {
    content.close();
    for (int i = 0; i < pages.size(); i++) {
      try (PDPageContentStream end =
          new PDPageContentStream(
              document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true)) {
        content = end;
        y = MARGIN;
        String number = (i + 1) + " / " + pages.size();
        float wide = width(number, 8, false);
        draw(fitting(foot, 8, false, WIDTH - wide - 12), MARGIN, 8, false, 0.4f);
        draw(number, MARGIN + WIDTH - wide, 8, false, 0.4f);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private void newPage() throws IOException {
    if (content != null) {
      content.close();
    }
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    content = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void draw(String text, float x, float size, boolean strong, float grey)
      throws IOException {
    content.beginText();
    content.setNonStrokingColor(grey);
    content.setFont(face(strong).font(), size);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  private String fitting(String text, float size, boolean strong, float room) throws IOException {
    String known = known(text, strong);
    if (width(known, size, strong) <= room) {
      return known;
    }
    int length = known.length();
    while (length > 0 && width(known.substring(0, length) + "…", size, strong) > room) {
      length--;
    }
    return known.substring(0, length).strip() + "…";
  }

  /** What the font has no picture of would end the report. */
  private String known(String text, boolean strong) {
    StringBuilder known = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .map(c -> face(strong).characters().getGlyphId(c) == 0 ? '?' : c)
        .forEach(known::appendCodePoint);
    return known.toString();
  }

  private float width(String text, float size, boolean strong) throws IOException {
    return face(strong).font().getStringWidth(known(text, strong)) / 1000 * size;
  }

  private Face face(boolean strong) {
    return strong ? bold : regular;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
