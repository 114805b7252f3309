package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ProvenanceTest {
  @TempDir Path folder;

  /// Every leaf with its path, such as `citations/0/key`.
  private static Map<String, String> leaves(String text) {
    Map<String, String> leaves = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token.isScalarValue()) {
          leaves.put(
              json.streamReadContext().pathAsPointer().toString().substring(1), json.getString());
        }
      }
    }
    return leaves;
  }

  @Test
  void itSaysWhereTheNumbersComeFrom() throws Exception {
    Path out = folder.resolve("run");
    StudyRunner.run(Studies.onePoint().plan(), out, 2, Progress.silent());
    Map<String, String> leaves = leaves(Files.readString(out.resolve("provenance.json")));
    assertThat(leaves)
        .containsEntry("study/kind", "train")
        .containsEntry("study/name", "one-point")
        .containsEntry("study/hash", "00ff")
        .containsEntry("study/text", "study: train\n")
        .containsEntry("resolved/0/section", "flow")
        .containsEntry("resolved/0/setting", "step")
        .containsEntry("resolved/0/value", "0.05")
        .containsEntry("resolved/0/note", "default")
        .containsEntry("notices/0/code", "MF-N99")
        .containsEntry("notices/0/sentence", "a notice")
        .containsEntry("seed", "7")
        .containsEntry("threads", "2")
        .containsEntry("expert/id", "test:cosine")
        .containsEntry("expert/parameters", "1")
        .containsEntry("expert/circuit", "null")
        .containsEntry("data/source", "test:points")
        .containsEntry("data/train", "1")
        .containsEntry("data/features", "1")
        .containsEntry("limit/solver", "test:poisson")
        .containsEntry("limit/points", "32")
        .containsEntry("limit/error_estimate", "1.0E-12")
        .containsEntry("distance/solver", "test:circle")
        .containsEntry("distance/metric", "l1")
        .containsEntry("citations/0/key", "kutta-1901")
        .containsKeys(
            "versions/java",
            "machine/cpu",
            "machine/cores",
            "machine/os",
            "machine/vector",
            "started",
            "seconds",
            "expert/description",
            "limit/note",
            "data/citation");
    // One source, cited by four services, is listed once.
    assertThat(leaves).doesNotContainKey("citations/1/key");
    List<String> plugins = new ArrayList<>();
    for (int at = 0; leaves.containsKey("plugins/" + at + "/id"); at++) {
      plugins.add(leaves.get("plugins/" + at + "/id"));
      assertThat(leaves).containsKeys("plugins/" + at + "/version", "plugins/" + at + "/sha256");
    }
    assertThat(plugins)
        .containsExactly("test:cosine", "test:rk4", "test:poisson", "test:circle", "test:points");
  }
}
