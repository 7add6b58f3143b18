package io.millwright.broker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentSettingsTest {

    private static final AgentSettings SETTINGS = new AgentSettings(
            "0198-abc-1",
            URI.create("http://127.0.0.1:8082/gateway/v1/attempts/0198-abc-1"),
            "secret token",
            Path.of("/a folder/cache"),
            Path.of("/work"),
            List.of(Path.of("/agent.jar")),
            List.of(Path.of("/runner.jar"), Path.of("/api.jar")),
            Path.of("/jdk"),
            SandboxPolicy.PREFERRED);

    @Test
    void travelAsBytes() {
        assertThat(AgentSettings.parse(SETTINGS.toBytes())).isEqualTo(SETTINGS);
    }

    @Test
    void keepTheTokenToThemselves() {
        assertThat(SETTINGS.toString()).contains("0198-abc-1").doesNotContain("secret");
    }

    @Test
    void sayWhatIsMissing() {
        assertThatThrownBy(() -> AgentSettings.parse("attempt=a-1".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the agent's settings lack \"gateway\"");
    }

    @Test
    void anActorRefusesBadSettingsWithoutThrowing() {
        byte[] answer = new AgentActor().start("nonsense".getBytes(StandardCharsets.UTF_8));

        assertThat(PropertiesText.parse(answer))
                .containsEntry("state", "refused")
                .containsKey("message");
    }
}
