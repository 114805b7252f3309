package org.meanfield.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Which code a service is: the version of its module and the SHA-256 of its jar.
///
/// @param version the module's version; empty where it has none
/// @param sha256 of the jar, in hexadecimal; empty where the module is no jar
record Fingerprint(Optional<String> version, Optional<String> sha256) {
  static Fingerprint of(Class<?> type) {
    Module module = type.getModule();
    if (!module.isNamed()) {
      return new Fingerprint(Optional.empty(), Optional.empty());
    }
    Optional<Path> jar =
        Optional.ofNullable(module.getLayer())
            .flatMap(layer -> layer.configuration().findModule(module.getName()))
            .map(ResolvedModule::reference)
            .flatMap(reference -> reference.location())
            .filter(location -> "file".equals(location.getScheme()))
            .map(Path::of)
            .filter(Files::isRegularFile);
    return new Fingerprint(
        Optional.ofNullable(module.getDescriptor()).flatMap(descriptor -> descriptor.rawVersion()),
        jar.flatMap(Fingerprint::sha256));
  }

  private static Optional<String> sha256(Path jar) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    } catch (IOException _) {
      return Optional.empty(); // a jar removed while it runs has no fingerprint
    }
  }
}
