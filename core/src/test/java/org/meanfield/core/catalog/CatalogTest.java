package org.meanfield.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.plugin.ApiRange;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.core.fault.FaultCode;

class CatalogTest {
  @Test
  void namesOfOursStandWithoutTheirNamespace() {
    Catalog catalog = catalog(offer("ours", "meanfield:rk4"), offer("acme", "acme:leapfrog"));

    assertThat(catalog.names(ServiceKind.INTEGRATOR)).containsExactly("rk4", "acme:leapfrog");
    assertThat(catalog.find(IntegratorProvider.class, "rk4"))
        .isEqualTo(catalog.find(IntegratorProvider.class, "meanfield:rk4"))
        .isInstanceOf(Lookup.Found.class);
    assertThat(catalog.find(IntegratorProvider.class, "acme:leapfrog"))
        .isInstanceOf(Lookup.Found.class);
  }

  @Test
  void anUnknownNameListsWhatIsThere() {
    Catalog catalog = catalog(offer("ours", "meanfield:rk4"), offer("ours", "meanfield:euler"));

    assertThat(catalog.find(IntegratorProvider.class, "leapfrog"))
        .isEqualTo(new Lookup.Unknown<>(List.of("euler", "rk4")));
  }

  @Test
  void aServiceIsFoundOnlyAmongItsKind() {
    Catalog catalog = catalog(offer("ours", "meanfield:rk4"));

    assertThat(catalog.find(ExpertProvider.class, "rk4"))
        .isEqualTo(new Lookup.Unknown<>(List.of()));
  }

  @Test
  void duplicatesDisableBothAndLeaveTheRest() {
    Catalog catalog =
        catalog(
            offer("acme.good", "acme:euler"),
            offer("acme.dupe", "acme:euler"),
            offer("ours", "meanfield:euler"));

    PluginFault fault =
        ((Lookup.Disabled<Integrator>) catalog.find(IntegratorProvider.class, "acme:euler"))
            .fault();
    assertThat(fault.code()).isEqualTo(FaultCode.PLUGIN_DUPLICATE);
    assertThat(fault.sentence())
        .isEqualTo("'acme:euler' is offered by acme.dupe@1.0 and acme.good@1.0; neither is used");
    assertThat(fault.remedy()).isEqualTo("remove all but one");
    assertThat(catalog.entries()).filteredOn(e -> e.fault().isPresent()).hasSize(2);
    assertThat(catalog.names(ServiceKind.INTEGRATOR)).containsExactly("euler");
  }

  @Test
  void aProviderForAnotherApiIsARowAndDisablesNobody() {
    Descriptor old =
        new Descriptor("acme:euler", "old", new ApiRange(7, 9), List.of(), List.of(), List.of());
    Catalog catalog =
        catalog(new Offer("acme.old", "0.1", integrator(() -> old)), offer("acme", "acme:euler"));

    assertThat(catalog.entries())
        .extracting(e -> e.fault().map(PluginFault::sentence))
        .containsExactly(
            Optional.empty(),
            Optional.of(
                "'acme:euler' was made for versions 7 to 9 of the plugin interface, this is"
                    + " version 1"));
    // The good one sorts first and is the one found.
    assertThat(catalog.find(IntegratorProvider.class, "acme:euler"))
        .isInstanceOf(Lookup.Found.class);
  }

  @Test
  void aDescriptorThatThrowsOrIsMissingIsARow() {
    Catalog catalog =
        catalog(
            new Offer(
                "acme.throws",
                "1.0",
                integrator(() -> {
                  throw new IllegalStateException("no descriptor today");
                })),
            new Offer("acme.null", "1.0", integrator(() -> null)),
            new Offer(
                "acme.linkage",
                "1.0",
                integrator(() -> {
                  throw new AbstractMethodError("descriptor");
                })),
            offer("ours", "meanfield:rk4"));

    assertThat(catalog.broken())
        .extracting(PluginFault::plugin)
        .containsExactly("acme.throws@1.0", "acme.null@1.0", "acme.linkage@1.0");
    assertThat(catalog.broken())
        .allSatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(FaultCode.PLUGIN_DESCRIPTOR);
          assertThat(fault.sentence()).startsWith("integrator ").contains("cannot say");
        });
    assertThat(catalog.broken().getFirst().sentence()).contains("no descriptor today");
    assertThat(catalog.names(ServiceKind.INTEGRATOR)).containsExactly("rk4");
  }

  private static Catalog catalog(Offer... offers) {
    return Catalog.of(List.of(offers), List.of());
  }

  private static Offer offer(String module, String id) {
    return new Offer(module, "1.0", integrator(() -> Descriptor.of(id, "a fake")));
  }

  private static IntegratorProvider integrator(Supplier<Descriptor> descriptor) {
    return new IntegratorProvider() {
      @Override
      public Descriptor descriptor() {
        return descriptor.get();
      }

      @Override
      public Integrator create(Settings settings) {
        throw new AssertionError("not made here");
      }
    };
  }
}
