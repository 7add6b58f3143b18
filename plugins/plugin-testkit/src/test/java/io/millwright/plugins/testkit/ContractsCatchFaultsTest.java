package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A template that keeps the contract passes; whoever breaks it in one place fails there. */
class ContractsCatchFaultsTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    static Supplier<Template> underTest = HonestTemplate::new;

    /** Run by the tests of this class only: its name is none that a build looks for. */
    static class Subject implements TemplateContractSuite {
        @Override
        public Template template() {
            return underTest.get();
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("changing description", "descriptorIsConstant", () -> new HonestTemplate() {
                    @Override
                    public TemplateDescriptor descriptor() {
                        var honest = super.descriptor();
                        return new TemplateDescriptor(
                                honest.id(),
                                honest.version(),
                                honest.name() + CALLS.incrementAndGet(),
                                "Any",
                                "Counts.",
                                "Counts.",
                                honest.roles(),
                                honest.options(),
                                honest.rights(),
                                honest.engines(),
                                honest.data(),
                                honest.answers(),
                                honest.riskClass());
                    }
                }),
                fault("sample without seed", "sampleIsGeneratedOrRefused", () -> new HonestTemplate() {
                    @Override
                    public void generateSample(SampleContext context) {
                        try (var sample =
                                context.sample(CsvFiles.parse("label\n1\n").columns())) {
                            sample.integer(1).endRow();
                        }
                    }
                }),
                fault("no report", "trainingLeavesAModelAndAReport", () -> new HonestTemplate() {
                    @Override
                    public void train(TrainingContext context) {
                        write(context, "sum=1;count=1;");
                    }
                }),
                fault("different every time", "trainingAgainOnOneCoreGivesTheSame", () -> new HonestTemplate() {
                    @Override
                    void write(TrainingContext context, String model) {
                        super.write(context, "sum=%d;count=1;".formatted(CALLS.incrementAndGet()));
                    }
                }),
                fault("serialised model", "modelFilesHoldNoSerialisedObjects", () -> new HonestTemplate() {
                    @Override
                    void write(TrainingContext context, String model) {
                        try {
                            java.nio.file.Files.write(
                                    context.model().file("model.txt"), new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5});
                        } catch (java.io.IOException unwritable) {
                            throw new java.io.UncheckedIOException(unwritable);
                        }
                    }
                }),
                fault("row lost", "scoringGivesOneRowForEachRow", () -> new HonestTemplate() {
                    @Override
                    public void score(ScoringContext context) throws TemplateException, InterruptedException {
                        try (var result =
                                context.result(CsvFiles.parse("score\n0.5\n").columns())) {
                            result.number(1).endRow();
                        }
                    }
                }),
                fault("interruption swallowed", "trainingStopsWhenAsked", () -> new HonestTemplate() {
                    @Override
                    public void train(TrainingContext context) throws TemplateException {
                        try {
                            super.train(context);
                        } catch (InterruptedException swallowed) {
                            context.report(new Report("Stopped.", List.of(), List.of(), List.of()));
                        }
                    }
                }),
                fault("option that nobody knows", "inspectionTellsWhatWasUnderstood", () -> new SearchingTemplate() {
                    @Override
                    Map<String, String> options() {
                        return Map.of("colour", "blue");
                    }
                }),
                fault("column that is not there", "inspectionTellsWhatWasUnderstood", () -> new SearchingTemplate() {
                    @Override
                    Map<String, String> options() {
                        return Map.of("column.label", "nowhere");
                    }
                }),
                fault("lost trial chosen", "aLostTrialCostsOnlyItself", () -> new SearchingTemplate() {
                    @Override
                    int chosen(List<TrialResult> results) {
                        return results.getFirst().trial().number();
                    }
                }),
                fault("state forgotten", "resumedTrainingFindsTheSame", () -> new SearchingTemplate() {
                    @Override
                    long[] resume(TrainingContext context) throws IOException {
                        return new long[] {super.resume(context)[0], 1};
                    }
                }),
                fault("defect instead of refusal", "tableWithoutRowsIsRefused", () -> new HonestTemplate() {
                    @Override
                    public void train(TrainingContext context) throws TemplateException, InterruptedException {
                        if (context.dataset().rowCount() == 0) {
                            throw new ArithmeticException("/ by zero");
                        }
                        super.train(context);
                    }
                }));
    }

    private static Arguments fault(String name, String test, Supplier<Template> template) {
        return Arguments.of(name, test, template);
    }

    @ParameterizedTest(name = "{0} fails {1}")
    @MethodSource("faults")
    void faultIsCaught(String name, String test, Supplier<Template> template) {
        underTest = template;
        assertThat(failures()).anyMatch(failed -> failed.startsWith(test));
    }

    @org.junit.jupiter.api.Test
    void honestTemplatePasses() {
        underTest = HonestTemplate::new;
        assertThat(failures()).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void searchingTemplatePasses() {
        underTest = SearchingTemplate::new;
        assertThat(failures()).isEmpty();
    }

    private static List<String> failures() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Subject.class))
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName() + ": "
                        + event.getPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
                                .map(Throwable::toString)
                                .orElse(""))
                .toList();
    }
}
