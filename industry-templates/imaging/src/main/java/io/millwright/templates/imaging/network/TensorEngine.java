package io.millwright.templates.imaging.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.millwright.templates.learning.devices.GpuName;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PyTorch, started so that it asks no network and writes nowhere but into scratch: its native code is mapped from the engine
 * pack, where it lies unpacked beside the folder of DJL's jar.
 *
 * @param device where networks live
 * @param description the device in words
 */
public record TensorEngine(Device device, String description) {

    private static final String LIBRARY = "PYTORCH_LIBRARY_PATH";
    private static final String FLAVOUR = "PYTORCH_FLAVOR";
    private static final String CACHE = "DJL_CACHE_DIR";

    /**
     * @param gpus what the attempt was given
     * @throws IllegalStateException when the engine cannot be started; a fault of the platform, not of the data
     */
    public static TensorEngine start(Path scratch, int gpus) {
        // Networks are trained side by side, each on one thread: the same result on any number of cores.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        if (System.getProperty(CACHE) == null) {
            System.setProperty(CACHE, scratch.resolve("engine").toString());
        }
        NativeMemory.keep();
        Path library = packed();
        if (Files.isRegularFile(library.resolve("libtorch.so"))) {
            System.setProperty(LIBRARY, library.toString());
            // left to itself, DJL asks a library of CUDA's that it seldom finds
            boolean cuda = Files.exists(library.resolve("libtorch_cuda.so"));
            System.setProperty(FLAVOUR, cuda ? "cu128" : "cpu");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            Engine.getEngine("PyTorch");
            return gpus > 0 ? onGpu() : new TensorEngine(Device.cpu(), "the processor");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Asks the engine itself by putting a number on the device: DJL's own count looks for a library of CUDA's in folders that
     * a sandbox does not have.
     */
    private static TensorEngine onGpu() {
        try (NDManager manager = NDManager.newBaseManager(Device.gpu(), "PyTorch")) {
            manager.ones(new Shape(1)).toFloatArray();
            return new TensorEngine(Device.gpu(), GpuName.read().orElse("a GPU"));
        } catch (EngineException | UnsatisfiedLinkError unusable) {
            return new TensorEngine(
                    Device.cpu(), "the processor, although a GPU was granted: " + firstSentence(unusable));
        }
    }

    private static String firstSentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        int end = message.indexOf(". ");
        return message.substring(0, end < 0 ? message.length() : end)
                .lines()
                .findFirst()
                .orElse("PyTorch does not say why it cannot be used");
    }

    /** Each thread that works with tensors says so first: what the libraries below count threads by is its own in each. */
    static void alone() {
        JniUtils.setNumThreads(1);
        JniUtils.setGradMode(false);
    }

    /** Memory for tensors; close it to free them. */
    NDManager newManager() {
        return NDManager.newBaseManager(device, "PyTorch");
    }

    private static Path packed() {
        try {
            Path jar = Path.of(Engine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = jar.resolve("../../native").normalize();
            // with CUDA the libraries keep their places beside each other
            Path below = folder.resolve("torch/lib");
            return Files.isDirectory(below) ? below : folder;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
