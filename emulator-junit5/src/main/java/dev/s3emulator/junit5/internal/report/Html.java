package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.junit5.internal.Visible;

/** Writes HTML; everything but names of elements and classes is escaped. Used by one thread. */
final class Html {

  private final StringBuilder html = new StringBuilder(16 * 1024);

  /** Opens an element with a class, which may be empty. */
  Html open(String element, String cssClass) {
    html.append('<').append(element);
    return cssClass.isEmpty() ? raw(">") : raw(" class=\"").raw(cssClass).raw("\">");
  }

  Html close(String element) {
    return raw("</").raw(element).raw(">");
  }

  /** Adds an element that holds a text. */
  Html element(String element, String cssClass, String text) {
    return open(element, cssClass).text(text).close(element);
  }

  /** Adds an element that holds a short text and shows a longer one to who points at it. */
  Html titled(String cssClass, String title, String text) {
    raw("<span class=\"").raw(cssClass).raw("\" title=\"").text(title).raw("\">");
    return text(text).close("span");
  }

  /** Adds a line of text, in which nothing is markup and nothing hides. */
  Html text(String text) {
    return escaped(Visible.of(text));
  }

  /** Adds text of several lines for an element that keeps them. */
  Html lines(String text) {
    boolean first = true;
    for (String line : text.split("\r?\n", -1)) {
      if (!first) {
        html.append('\n');
      }
      first = false;
      text(line);
    }
    return this;
  }

  /** Adds markup. */
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  private Html escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
