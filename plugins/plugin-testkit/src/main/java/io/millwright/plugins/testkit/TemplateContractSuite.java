package io.millwright.plugins.testkit;

/** The whole contract. A template's test class implements this and {@link #template()}. */
public interface TemplateContractSuite
        extends DescriptorContract,
                SampleContract,
                InspectionContract,
                TrainingContract,
                TrialContract,
                CheckpointContract,
                ReproducibilityContract,
                ScoringContract,
                OptionsContract,
                HostileDataContract,
                InterruptionContract,
                ModelFilesContract {}
