package io.millwright.portal.ui.usage;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.Job;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.governance.datasets.Datasets;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.tenancy.Caller;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what the jobs of a tenant have used. */
@SpringComponent
final class UsageSums {

    static final int DAYS = 30;

    private final Jobs jobs;
    private final Datasets datasets;

    UsageSums(Jobs jobs, Datasets datasets) {
        this.jobs = jobs;
        this.datasets = datasets;
    }

    /** One kind of work. */
    record Kind(long jobs, double cpuSeconds, double amount) {
        Kind plus(Job job) {
            return new Kind(
                    jobs + 1,
                    cpuSeconds + job.cost().cpuSeconds(),
                    amount + job.cost().amount().doubleValue());
        }
    }

    /**
     * @param perDay money on each of the days, oldest first
     * @param perProject money by project, most first
     */
    record Sums(
            double amount,
            String symbol,
            double cpuSeconds,
            double gpuSeconds,
            long jobs,
            long failed,
            long storedBytes,
            long datasets,
            List<Double> perDay,
            Map<String, Double> perProject,
            Map<String, Kind> perKind) {

        String money(double value) {
            return symbol + " "
                    + BigDecimal.valueOf(value)
                            .setScale(value > 0 && value < 1 ? 4 : 2, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    Sums of(Caller caller) {
        var recent = recent(caller);
        var perDay = new ArrayList<>(Collections.nCopies(DAYS, 0.0));
        var perProject = new LinkedHashMap<String, Double>();
        var perKind = new LinkedHashMap<String, Kind>();
        var today = Formats.local(Instant.now()).toLocalDate();
        for (var job : recent) {
            var amount = job.cost().amount().doubleValue();
            var day = DAYS
                    - 1
                    - (int) (today.toEpochDay()
                            - Formats.local(job.submittedAt()).toLocalDate().toEpochDay());
            if (day >= 0) {
                perDay.set(day, perDay.get(day) + amount);
            }
            perProject.merge(job.projectName(), amount, Double::sum);
            perKind.merge(job.kind().title(), new Kind(0, 0, 0).plus(job), (known, one) -> known.plus(job));
        }
        var tables = datasets.list(caller, null, 500).items();
        return new Sums(
                recent.stream()
                        .mapToDouble(job -> job.cost().amount().doubleValue())
                        .sum(),
                recent.stream()
                        .findFirst()
                        .map(job -> job.cost().currency())
                        .filter(code -> !code.equals("EUR"))
                        .orElse("€"),
                recent.stream().mapToDouble(job -> job.cost().cpuSeconds()).sum(),
                recent.stream().mapToDouble(job -> job.cost().gpuSeconds()).sum(),
                recent.size(),
                recent.stream().filter(job -> job.state() == JobState.FAILED).count(),
                tables.stream()
                        .mapToLong(table -> table.latest().given().size()
                                + table.latest().parquet().size())
                        .sum(),
                tables.size(),
                perDay,
                sorted(perProject),
                perKind);
    }

    private static Map<String, Double> sorted(Map<String, Double> perProject) {
        var sorted = new LinkedHashMap<String, Double>();
        perProject.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(12)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private List<Job> recent(Caller caller) {
        var since = Instant.now().minus(Duration.ofDays(DAYS));
        var found = new ArrayList<Job>();
        @Nullable String after = null;
        do {
            var page = jobs.list(caller, JobFilter.ALL, after, Jobs.MAX_PAGE);
            page.items().stream()
                    .filter(job -> job.submittedAt().isAfter(since))
                    .forEach(found::add);
            var older = !page.items().isEmpty()
                    && page.items().getLast().submittedAt().isBefore(since);
            after = older ? null : page.next();
        } while (after != null);
        return found;
    }
}
