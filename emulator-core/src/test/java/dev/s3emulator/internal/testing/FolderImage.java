package dev.s3emulator.internal.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that a folder holds at a moment, as a process leaves it that is killed then. Equal if names
 * and bytes are.
 *
 * @param folders the folders in it, by their relative paths
 * @param files the bytes of the files, by their relative paths
 */
public record FolderImage(SortedSet<String> folders, SortedMap<String, ByteBuffer> files) {

  /** Takes an image; a folder that is missing is empty. */
  public static FolderImage of(Path folder) throws IOException {
    FolderImage image = new FolderImage(new TreeSet<>(), new TreeMap<>());
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.skip(1).toList()) {
          image.add(path, folder.relativize(path).toString());
        }
      }
    }
    return image;
  }

  private void add(Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      folders.add(name);
    } else {
      files.put(name, ByteBuffer.wrap(Files.readAllBytes(path)));
    }
  }

  /** Makes a folder like this one. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : folders) {
      Files.createDirectories(folder.resolve(name));
    }
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().array());
    }
  }

  /** Returns the names of the files in one of the folders. */
  public SortedSet<String> namesIn(String folder) {
    SortedSet<String> names = new TreeSet<>();
    for (String file : files.keySet()) {
      if (file.startsWith(folder + "/")) {
        names.add(file.substring(folder.length() + 1));
      }
    }
    return names;
  }
}
