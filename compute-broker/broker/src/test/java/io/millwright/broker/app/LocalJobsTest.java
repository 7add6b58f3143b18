package io.millwright.broker.app;

import java.util.HashMap;
import java.util.Map;

class LocalJobsTest extends RealJobsContract {

    @Override
    Map<String, String> cluster() {
        var settings = new HashMap<>(classPaths());
        settings.put("millwright.broker.backend", "local");
        return settings;
    }

    @Override
    void killAgent() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(java.util.stream.Stream::of)
                        .anyMatch(argument -> argument.endsWith("AgentMain")))
                .filter(process -> process.info().commandLine().orElse("").contains("-1"))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
