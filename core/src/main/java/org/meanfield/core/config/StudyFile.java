package org.meanfield.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.meanfield.api.Place;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Reads study files.
public final class StudyFile {
  /// The longest study file, in bytes; the longest of ours has a few thousand.
  private static final int LONGEST = 1 << 20;

  private StudyFile() {}

  /// {@return the document of a file with the overrides applied; empty if there is none, with the
  /// reasons among the faults}
  ///
  /// @param file the file
  /// @param overrides `path=value` each
  /// @param faults receives everything that is wrong
  public static Optional<StudyDocument> read(Path file, Iterable<String> overrides, Faults faults) {
    Place place = Place.of(file.toString());
    Optional<String> text = text(file, place, faults);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int before = faults.count();
    Optional<Node> tree = YamlTree.ofFile(file.toString(), text.get(), faults);
    Optional<Section> root = tree.flatMap(node -> section(node, faults));
    if (root.isEmpty()) {
      if (faults.count() == before) {
        faults.add(
            FaultCode.NOT_YAML, place, "the study file is empty", "see 'meanfield init train'");
      }
      return Optional.empty();
    }
    Section changed = SetOption.applyAll(root.get(), overrides, faults);
    return Optional.of(
        new StudyDocument(
            name(file), Optional.ofNullable(file.getParent()).orElse(Path.of("")), changed));
  }

  private static Optional<Section> section(Node root, Faults faults) {
    if (root instanceof Section section) {
      return Optional.of(section);
    }
    if (!(root instanceof Node.Nothing)) {
      faults.add(
          FaultCode.NOT_YAML,
          root.place(),
          "a study file is made of lines 'key: value', got " + root.shown(),
          "see 'meanfield init train'");
    }
    return Optional.empty();
  }

  private static Optional<String> text(Path file, Place place, Faults faults) {
    if (Files.isDirectory(file)) {
      faults.add(
          FaultCode.UNREADABLE, place, "this is a folder, not a study file", "name a file in it");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        faults.add(
            FaultCode.NOT_TEXT,
            place,
            "the file is longer than 1 MiB, which no study is",
            "put data into files of their own");
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      faults.add(FaultCode.UNREADABLE, place, "there is no such file", "");
    } catch (CharacterCodingException e) {
      faults.add(FaultCode.NOT_TEXT, place, "the file is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      faults.add(FaultCode.UNREADABLE, place, "the file cannot be read: " + e.getMessage(), "");
    }
    return Optional.empty();
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
