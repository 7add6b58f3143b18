package io.millwright.broker.app;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

class LocalJobsTest extends RealJobsContract {

    @Override
    Map<String, String> cluster() {
        var settings = new HashMap<>(classPaths());
        settings.put("millwright.broker.backend", "local");
        return settings;
    }

    @Override
    void killAgent(UUID job) {
        ProcessHandle.allProcesses()
                .filter(process -> {
                    var command = process.info().commandLine().orElse("");
                    return command.contains("AgentMain") && command.contains(job.toString());
                })
                .forEach(ProcessHandle::destroyForcibly);
    }
}
