package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.protocol.NeededAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the action that stands for another one when a version is named (delete-semantics 10). */
public final class VersionedAction {

  /** Lock, restore and multipart actions have no twin: they cover versions themselves. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "s3:(?:(?:Get|Put)ObjectAcl|(?:Get|Put|Delete)ObjectTagging|(?:Get|Delete)Object"
              + "|GetObject(?:Attributes|Torrent))");

  private VersionedAction() {}

  /** Returns the action on a version, such as {@code s3:GetObjectVersionAcl}. */
  public static NeededAction of(NeededAction action) {
    Matcher object = OBJECT.matcher(action.name());
    return object.matches()
        ? action.named(action.name().replace("Object", "ObjectVersion"))
        : action;
  }
}
