package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Model files are safe to hand out: open formats, never serialised objects, and refused in words when damaged. */
public interface ModelFilesContract extends TemplateContract {

    @Test
    default void modelFilesHoldNoSerialisedObjects(Fixture fixture) throws Exception {
        for (var file : fixture.model().files()) {
            var start = Arrays.copyOf(Files.readAllBytes(file), 2);
            assertThat(file.getFileName().toString()).matches(TrainedModel.FILE_NAME);
            assertThat(start)
                    .describedAs("%s: Java serialisation", file)
                    .isNotEqualTo(new byte[] {(byte) 0xAC, (byte) 0xED});
            assertThat(start[0]).describedAs("%s: Python pickle", file).isNotEqualTo((byte) 0x80);
        }
    }

    @TestFactory
    default Stream<DynamicTest> damagedModelFilesAreRefused(Fixture fixture) throws Exception {
        var whole = fixture.model();
        return whole.files().stream()
                .map(damaged -> DynamicTest.dynamicTest(damaged.getFileName() + " cut in half", () -> {
                    var folder = fixture.newFolder();
                    for (var file : whole.files()) {
                        var bytes = Files.readAllBytes(file);
                        var kept = file.equals(damaged) ? bytes.length / 2 : bytes.length;
                        Files.write(folder.resolve(file.getFileName().toString()), Arrays.copyOf(bytes, kept));
                    }
                    var broken = new TrainedModel(whole.report(), folder, whole.templateVersion());
                    assertThatThrownBy(() -> fixture.run().score(broken, fixture.data()))
                            .satisfies(Refusals::areClear);
                }));
    }
}
