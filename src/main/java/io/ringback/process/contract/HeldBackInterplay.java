package io.ringback.process.contract;

import static io.ringback.process.contract.ServerStage.HELD_BACK;
import static io.ringback.process.contract.ServerStage.IN_LINE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * How server and callback case play together in a process that waits before it offers the callback: the same, but whatever
 * comes in line is held back until the process offers it, and no agent is given it before.
 */
final class HeldBackInterplay {

    private static final String OFFER = "offerCallbackDelegate";

    private HeldBackInterplay() {}

    static Interplay of(Interplay usual) {
        var delegates = new TreeMap<String, InterplayStep>();
        usual.delegates().forEach((name, step) -> delegates.put(name, step.aside() ? step : step(name, step)));
        var messages = new TreeMap<String, InterplayStep>();
        usual.messages().forEach((name, step) -> messages.put(name, step.aside() ? step : step(name, step)));
        var waiting = new EnumMap<ServerStage, WaitDemands>(usual.waiting());
        var inLine = usual.waiting().get(IN_LINE);
        if (inLine != null) {
            waiting.put(HELD_BACK, WaitDemands.with(inLine.ending(), inLine.beside()));
        }
        return new Interplay(
                usual.first(),
                usual.setAtStart(),
                delegates,
                messages,
                usual.saving(),
                waiting,
                Set.copyOf(usual.ends()));
    }

    private static InterplayStep step(String name, InterplayStep step) {
        var effects = new ArrayList<Effect>();
        for (var effect : step.effects()) {
            if (effect.from() != IN_LINE) {
                effects.add(effect.to() == IN_LINE ? moved(effect, effect.from(), HELD_BACK) : effect);
                continue;
            }
            effects.add(effect);
            if (name.equals(OFFER)) {
                effects.add(moved(effect, HELD_BACK, IN_LINE));
            } else if (!name.equals(SharedNames.CALLBACK_ALLOCATED)) {
                effects.add(moved(effect, HELD_BACK, effect.to() == IN_LINE ? HELD_BACK : effect.to()));
            }
        }
        return new InterplayStep(step.reads(), step.given(), List.copyOf(effects), false, step.fields());
    }

    private static Effect moved(Effect effect, ServerStage from, ServerStage to) {
        return new Effect(from, to, effect.sets(), effect.values());
    }
}
