package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluginsCommandTest {

  @Test
  void listsWhatThereIs() {
    assertThat(Program.run("plugins").done().out())
        .containsPattern("integrator +rk4 +org.meanfield.integrators +.*Runge–Kutta")
        .doesNotContain("not used");
    assertThat(Program.run("plugins", "list").out()).isEqualTo(Program.run("plugins").out());
  }

  @Test
  void describesASetting() {
    assertThat(Program.run("plugins", "describe", "rk4").done().out())
        .contains("rk4 – The classical Runge–Kutta method")
        .containsPattern("step +number +0.01 +> 0 +time")
        .contains("step^4")
        .contains("Kutta");
  }

  @Test
  void jsonIsOneLine() {
    for (String command : new String[] {"plugins --json", "plugins list --json"}) {
      assertThat(Program.run((Object[]) command.split(" ")).done().outLines())
          .singleElement()
          .asString()
          .startsWith("{\"plugins\":[{\"kind\":")
          .contains("\"id\":\"meanfield:rk4\"");
    }
    assertThat(Program.run("plugins", "describe", "rk4", "--json").done().out())
        .contains("\"name\":\"step\"");
  }

  @Test
  void slipsAreGuessed() {
    assertThat(Program.run("plugins", "describe", "rk").refused().err())
        .startsWith("ID  MF-C08  there is no 'rk'; did you mean 'rk4'?");
  }
}
