package io.ringback.callback;

import java.util.List;

/**
 * What else a caller has asked for.
 *
 * @param related on the list of the case, oldest first
 * @param earlier on all lists that the agent may see, newest first
 * @param more how many there are before those; of very many on one list it is a part of them
 */
public record CallersStory(List<RelatedCallback> related, List<EarlierCallback> earlier, int more) {

    public CallersStory {
        related = List.copyOf(related);
        earlier = List.copyOf(earlier);
    }
}
