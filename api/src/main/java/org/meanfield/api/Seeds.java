package org.meanfield.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Named randomness: a root seed and a path of names, each path its own stream.
///
/// `seeds.at("replica-3", "start")` is the same stream whoever asks for it, in whatever order, on
/// whatever thread. Streams of different paths are independent (their seeds are SHA-256 digests).
///
/// @param root the study's seed
/// @param path the names that lead here
public record Seeds(long root, List<String> path) {
  /// @param root the study's seed
  /// @param path the names that lead here, copied
  public Seeds {
    path = List.copyOf(path);
  }

  /// {@return the seeds of a study}
  ///
  /// @param seed the study's seed
  public static Seeds root(long seed) {
    return new Seeds(seed, List.of());
  }

  /// {@return the seeds further down the path}
  ///
  /// @param names at least one name
  public Seeds at(String... names) {
    List<String> longer = new ArrayList<>(path);
    longer.addAll(List.of(names));
    return new Seeds(root, longer);
  }

  /// {@return the seed of this path: the first 8 bytes of SHA-256 over the root and every name with
  /// its length}
  public long seed() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, root));
      for (String name : path) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /// {@return a new generator at the beginning of this path's stream}
  public RandomGenerator generator() {
    return new SplittableRandom(seed());
  }
}
