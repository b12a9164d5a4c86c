package io.ringback.trace;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells the rounds of a case apart. A round is one offer of it: the next one begins when the way comes to an element again
 * that it has passed in this one. What lies in a subprocess begins none, since an agent may call twice within one offer, and
 * what goes on beside the case may go on often; neither does what is called.
 */
final class Rounds {

    private final Set<String> passed = new HashSet<>();
    private int round = 1;

    int of(Passing passing, Drawing drawing) {
        var element = drawing.elements().get(passing.elementId());
        var counts = !passing.called() && element != null && element.scope() == null;
        if (counts && !passed.add(passing.elementId())) {
            round++;
            passed.clear();
            passed.add(passing.elementId());
        }
        return round;
    }
}
