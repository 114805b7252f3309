package org.meanfield.core.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file that a study names: where it is, and which bytes it holds.
///
/// @param path where it is
/// @param written how the study names it
/// @param sha256 SHA-256 of its bytes in hexadecimal
record FileContent(Path path, String written, String sha256) {

  /// {@return the file with its hash}
  ///
  /// @throws IOException if it cannot be read
  static FileContent of(Path path, String written) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return new FileContent(path, written, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /// {@return its name by content, such as `files/3fa9….csv`: the same wherever the file lies}
  String canonical() {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return "files/" + sha256 + (dot > 0 ? name.substring(dot) : "");
  }
}
