package org.meanfield.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meanfield.api.Seeds;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.audit.Audit;
import org.meanfield.core.audit.Finding;
import org.meanfield.core.fault.Fault;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.plan.Cost;
import org.meanfield.core.plan.Planned;
import org.meanfield.core.plan.StudyPlan;

/// Plans and mistakes in values that users see.
final class PlanViews {
  private PlanViews() {}

  static <T> Answer<T> refused(Faults faults) {
    return new Answer.Refused<>(mistakes(faults));
  }

  static List<Mistake> mistakes(Faults faults) {
    return faults.sorted().stream().map(PlanViews::mistake).toList();
  }

  private static Mistake mistake(Fault fault) {
    return new Mistake(fault.code().code(), fault.place(), fault.sentence(), fault.remedy());
  }

  private static AuditLine line(Finding finding) {
    return new AuditLine(
        finding.clause().word(),
        finding.clause().isOfAssumption(),
        finding.clause().claim(),
        finding.verdict().word(),
        finding.evidence(),
        finding.clause().consequence());
  }

  static PlanView of(Planned planned) {
    StudyPlan plan = planned.plan();
    Cost cost = planned.cost();
    return new PlanView(
        plan.kind().name().toLowerCase(Locale.ROOT),
        plan.name(),
        plan.seed(),
        plan.data().description(),
        plan.data().train().size(),
        plan.data().test().size(),
        plan.data().train().inputs().features(),
        plan.expert().service().description(),
        plan.expert().service() instanceof QuantumExpert quantum
            ? Optional.of(quantum.circuit())
            : Optional.empty(),
        plan.expert().service().parameters(),
        plan.expert().service().regularity(),
        Audit.of(
                plan.expert().service().exact(),
                plan.data().train().inputs(),
                plan.data().largestGivenTarget(),
                Seeds.root(plan.seed()))
            .stream()
            .map(PlanViews::line)
            .toList(),
        plan.flow().times(),
        plan.experts(),
        plan.replicates(),
        plan.resolved().stream()
            .map(line -> new Choice(line.section(), line.setting(), line.value(), line.note()))
            .toList(),
        plan.notices().stream()
            .map(notice -> new Remark(notice.code(), notice.sentence()))
            .toList(),
        new Estimate(cost.operations(), cost.seconds(), cost.bytes(), cost.basis()),
        plan.text(),
        plan.hash());
  }
}
