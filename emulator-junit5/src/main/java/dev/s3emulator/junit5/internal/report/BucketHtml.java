package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.junit5.internal.VersionStacks;
import dev.s3emulator.model.VersionView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what became of a bucket: each changed key with its versions before and after. */
final class BucketHtml {

  private static final int VERSIONS = 20;

  private final Html html;

  private BucketHtml(Html html) {
    this.html = html;
  }

  static void append(Html html, BucketChange bucket) {
    new BucketHtml(html).print(bucket);
  }

  private void print(BucketChange bucket) {
    String before = BucketChange.summary(bucket.before());
    String after = BucketChange.summary(bucket.after());
    html.open("article", "bucket").open("h3", "").text(bucket.name());
    html.element("span", "summary", before.equals(after) ? after : before + " → " + after);
    html.close("h3");
    if (bucket.keys().isEmpty()) {
      html.element("p", "note", bucket.changed() ? "No key has changed." : "Nothing has changed.");
    } else {
      html.raw(
          "<div class=\"sides\" aria-hidden=\"true\"><span>before</span><span>after</span></div>");
    }
    bucket.keys().forEach(this::key);
    if (bucket.more() > 0) {
      html.element("p", "note", "and " + Wording.count(bucket.more(), "more changed key"));
    }
    html.close("article").raw("\n");
  }

  private void key(KeyChange key) {
    html.open("div", "key");
    html.element("h4", "", key.key());
    stack(key.before(), ids(key.removed()), "removed", Set.of());
    stack(key.after(), ids(key.added()), "added", ids(key.changed()));
    html.close("div");
  }

  private static Set<String> ids(List<VersionView> versions) {
    return versions.stream().map(VersionView::versionId).collect(Collectors.toSet());
  }

  private void stack(
      List<VersionView> versions, Set<String> marked, String mark, Set<String> changed) {
    if (versions.isEmpty()) {
      html.element("p", "stack none", "nothing");
      return;
    }
    html.open("ol", "stack");
    for (VersionView version : versions.subList(0, Math.min(VERSIONS, versions.size()))) {
      String id = version.versionId();
      boolean different = changed.contains(id);
      version(version, marked.contains(id) ? mark : different ? "changed" : "same");
    }
    if (versions.size() > VERSIONS) {
      html.element("li", "", "and " + (versions.size() - VERSIONS) + " older");
    }
    html.close("ol");
  }

  private void version(VersionView version, String mark) {
    html.open("li", mark + (version.deleteMarker() ? " marker" : ""));
    html.titled("id", version.versionId(), Effect.shortened(version.versionId()));
    html.element(
        "span",
        "kind",
        version.deleteMarker() ? "delete marker" : VersionStacks.bytes(version.size()));
    if (!version.deleteMarker()) {
      html.titled("etag", "ETag " + version.eTag(), Effect.shortened(version.eTag()));
    }
    html.element("time", "", version.lastModified().toString().replace('T', ' '));
    String details = VersionStacks.details(version).strip();
    if (!details.isEmpty()) {
      html.element("span", "details", details);
    }
    html.close("li");
  }
}
