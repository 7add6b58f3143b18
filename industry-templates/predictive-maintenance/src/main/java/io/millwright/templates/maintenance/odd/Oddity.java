package io.millwright.templates.maintenance.odd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Says in words what is odd about a row: its largest signs, one for each channel. */
final class Oddity {

    private final NormalState state;
    private final List<String> names;

    Oddity(NormalState state, List<String> names) {
        this.state = state;
        this.names = names;
    }

    /** Channels whose signs exceed what is usual, the oddest first; at least the oddest. */
    List<Integer> channels(Signals signals, int at) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> channels = new ArrayList<>();
        for (int sign : largest(signals, at)) {
            int channel = sign % names.size();
            if (seen.add(channel) && (channels.isEmpty() || size(signals, sign, at) >= 1)) {
                channels.add(channel);
            }
        }
        return channels;
    }

    /** At most so many sentences. */
    List<String> reasons(Signals signals, int at, int most) {
        Set<Integer> seen = new HashSet<>();
        List<String> reasons = new ArrayList<>();
        for (int sign : largest(signals, at)) {
            int channel = sign % names.size();
            if (reasons.size() < most && seen.add(channel) && (reasons.isEmpty() || size(signals, sign, at) >= 1)) {
                reasons.add(Sign.values()[sign / names.size()].inWords(names.get(channel), signals.values()[sign][at]));
            }
        }
        return reasons;
    }

    private int[] largest(Signals signals, int at) {
        return IntStream.range(0, signals.values().length)
                .boxed()
                .sorted(Comparator.comparingDouble(sign -> -size(signals, sign, at)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double size(Signals signals, int sign, int at) {
        return Math.abs(signals.values()[sign][at]) / state.usual()[sign];
    }
}
