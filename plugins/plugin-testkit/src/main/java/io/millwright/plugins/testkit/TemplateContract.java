package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Template;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the contract suites need to know of a template. A test class implements {@link TemplateContractSuite}, or single
 * topics of it, and this method; the others have defaults that suit a template with a sample.
 *
 * <p>Where a template lacks a capability, the suite asserts that it refuses, so a default that does not fit is changed here
 * and never skipped.
 */
@ExtendWith(FixtureResolver.class)
public interface TemplateContract {

    /** A fresh instance. */
    Template template();

    /** The table to learn from; by default the template's own sample. Small keeps the suite quick. */
    default MemoryTable data(TemplateRun run) throws Exception {
        return run.sample();
    }

    /** Options for every run of the suite, e.g. fewer rounds. */
    default Map<String, String> options() {
        return Map.of();
    }

    /** Whether the template brings a sample; by default whether it overrides {@link Template#generateSample}. */
    default boolean hasSample() {
        return DescriptorTool.hasSample(template());
    }

    /** Whether the template looks at data before training; by default whether it overrides {@link Template#inspect}. */
    default boolean inspects() {
        return DescriptorTool.overrides(template(), "inspect");
    }

    /** Whether the template searches by trials; by default whether it overrides {@link Template#trial}. */
    default boolean hasTrials() {
        return DescriptorTool.overrides(template(), "trial");
    }

    /** Options over {@link #options()} under which training proposes trials. */
    default Map<String, String> searching() {
        return Map.of("preset", "best");
    }

    /** Whether training saves checkpoints and goes on from them. */
    default boolean resumes() {
        return hasTrials();
    }

    /** Whether new rows can be scored without the label column; where not, the suite asserts the refusal. */
    default boolean scoresWithoutLabel() {
        return true;
    }

    /**
     * The column that a model learns to predict; by default the column that the role {@code label} has by option or by hint.
     * Empty for templates without a label.
     */
    default Optional<String> label(MemoryTable data) {
        return Roles.column(template().descriptor(), "label", options(), data);
    }
}
