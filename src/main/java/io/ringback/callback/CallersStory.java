package io.ringback.callback;

import java.util.List;

/**
 * What else a caller has asked for, on the lists that an agent may see.
 *
 * @param earlier newest first
 * @param more how many there are before those; of very many on one list it is a part of them
 */
public record CallersStory(List<EarlierCallback> earlier, int more) {

    public CallersStory {
        earlier = List.copyOf(earlier);
    }
}
