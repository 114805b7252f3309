package org.meanfield.kernels.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A method of ours that takes or returns a vector may be left a call, and then the vector goes to
/// the heap: [VectorBatchLanes].
class VectorsStayInRegistersTest {
  @Test
  void noMethodTakesOrReturnsVectors() throws IOException, URISyntaxException {
    List<Class<?>> classes = classes();
    assertThat(classes).contains(VectorBatchLanes.class, SingleVectorLanes.class);
    assertThat(classes).allSatisfy(c -> assertThat(offenders(c, "jdk.incubator.vector")).isEmpty());
  }

  @Test
  void offendersAreFound() {
    assertThat(offenders(Offender.class, "java.math"))
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("taking", "returning");
  }

  interface Offender {
    int plain(int number);

    int taking(int number, BigInteger other);

    BigInteger returning(int number);
  }

  private static List<Method> offenders(Class<?> type, String room) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method ->
            Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
                .anyMatch(used -> used.getPackageName().equals(room)))
        .toList();
  }

  private static List<Class<?>> classes() throws IOException, URISyntaxException {
    URI own = VectorBatchLanes.class.getResource("VectorBatchLanes.class").toURI();
    try (Stream<Path> files = Files.list(Path.of(own).getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .<Class<?>>map(name -> named(name.replace(".class", "")))
          .toList();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(VectorBatchLanes.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
