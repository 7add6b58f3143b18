package io.millwright.templates.imaging.model;

import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.imaging.network.Architecture;
import io.millwright.templates.imaging.network.Network;
import io.millwright.templates.imaging.network.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a person brought to start from: of an earlier model of this template, or of a residual network with basic
 * blocks named as torchvision names them. The shape of the network follows from them.
 */
public record StartingWeights(Architecture architecture, List<Map<String, Tensor>> networks) {

    private static final int MOST_STAGES = 6;
    private static final int MOST_BLOCKS = 32;

    /** @throws TemplateException of kind USER when the file is damaged or of another kind of network */
    public static StartingWeights read(Path file, Architecture wanted) throws TemplateException {
        Map<String, Tensor> all;
        try {
            all = Safetensors.read(file);
        } catch (BadWeightsException damaged) {
            throw refused(String.valueOf(damaged.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Map<String, Tensor>> found = new ArrayList<>();
        for (int at = 0; all.containsKey("network" + at + ".conv1.weight"); at++) {
            found.add(under("network" + at + ".", all));
        }
        if (found.isEmpty()) {
            String first = all.keySet().stream()
                    .filter(name -> name.endsWith("conv1.weight") && !name.contains("layer"))
                    .findFirst()
                    .orElse("");
            found.add(under(first.substring(0, Math.max(0, first.length() - "conv1.weight".length())), all));
        }
        Architecture architecture = architecture(found.getFirst(), wanted);
        List<Map<String, Tensor>> fitted = new ArrayList<>();
        for (Map<String, Tensor> one : found) {
            fitted.add(fitted(one, architecture));
        }
        return new StartingWeights(architecture, fitted);
    }

    /** Of one network to train, with the last step at random where it is for other classes. */
    public Map<String, Tensor> of(int network, long seed) {
        Map<String, Tensor> values = new LinkedHashMap<>(Network.random(architecture, seed));
        values.putAll(networks.get(network % networks.size()));
        return values;
    }

    private static Architecture architecture(Map<String, Tensor> one, Architecture wanted) throws TemplateException {
        Tensor first = one.get("conv1.weight");
        if (first == null || first.shape().length != 4 || first.shape()[2] != first.shape()[3]) {
            throw refused("it has no first filter \"conv1.weight\", so it is no residual network");
        }
        if (one.containsKey("layer1.0.conv3.weight")) {
            throw refused("its blocks have three filters; only basic blocks with two are known here");
        }
        List<Integer> widths = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        for (int stage = 1; stage <= MOST_STAGES && one.containsKey("layer" + stage + ".0.conv1.weight"); stage++) {
            Tensor filter = one.get("layer" + stage + ".0.conv1.weight");
            int count = 0;
            while (count < MOST_BLOCKS && one.containsKey("layer" + stage + "." + count + ".conv1.weight")) {
                count++;
            }
            widths.add(filter == null ? 0 : (int) filter.shape()[0]);
            blocks.add(count);
        }
        if (widths.isEmpty() || widths.contains(0)) {
            throw refused("it has no blocks named \"layer1.0\" and so on");
        }
        int kernel = (int) first.shape()[2];
        boolean large = kernel > 3;
        return new Architecture(
                wanted.channels(),
                wanted.height(),
                wanted.width(),
                kernel,
                large ? 2 : wanted.stride(),
                large,
                widths,
                blocks,
                wanted.outputs());
    }

    private static Map<String, Tensor> fitted(Map<String, Tensor> one, Architecture architecture)
            throws TemplateException {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, Tensor> shapes = Network.random(architecture, 0);
        for (Map.Entry<String, Tensor> slot : shapes.entrySet()) {
            String name = slot.getKey();
            Tensor given = one.get(name);
            if (name.startsWith("fc.")) {
                if (given != null
                        && java.util.Arrays.equals(
                                given.shape(), slot.getValue().shape())) {
                    values.put(name, given);
                }
                continue;
            }
            if (given != null && name.equals("conv1.weight")) {
                given = channels(given, architecture.channels());
            }
            if (given == null
                    || !java.util.Arrays.equals(given.shape(), slot.getValue().shape())) {
                throw refused("its tensor \"" + name + "\" is missing or of another shape");
            }
            values.put(name, given);
        }
        return values;
    }

    /** Filters of colour images look at grey ones with the sum of their channels, and the other way round with a third. */
    private static Tensor channels(Tensor filters, int wanted) {
        long[] shape = filters.shape();
        if (shape[1] == wanted || shape[1] != 3 && shape[1] != 1) {
            return filters;
        }
        int plane = (int) (shape[2] * shape[3]);
        float[] values = new float[(int) (shape[0] * wanted * plane)];
        for (int filter = 0; filter < shape[0]; filter++) {
            for (int at = 0; at < plane; at++) {
                float sum = 0;
                for (int channel = 0; channel < shape[1]; channel++) {
                    sum += filters.values()[(int) ((filter * shape[1] + channel) * plane + at)];
                }
                for (int channel = 0; channel < wanted; channel++) {
                    values[(filter * wanted + channel) * plane + at] = sum / wanted;
                }
            }
        }
        return new Tensor(new long[] {shape[0], wanted, shape[2], shape[3]}, values);
    }

    private static Map<String, Tensor> under(String prefix, Map<String, Tensor> all) {
        Map<String, Tensor> some = new LinkedHashMap<>();
        all.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), tensor);
            }
        });
        return some;
    }

    private static TemplateException refused(String reason) {
        return TemplateException.user(
                "weights-unusable",
                "The weights to start from cannot be used: " + reason + ".",
                "Bring a safetensors file of a residual network with basic blocks, such as ResNet-18, or start without.");
    }
}
