package io.ringback.allocation;

import io.ringback.callback.SetAsideCallbacks;
import org.springframework.stereotype.Service;

/** One look after callbacks whose process has gone wrong. Every node looks; the locks of the rows make one of them act. */
@Service
public class SetAsideRounds {

    private final SetAsideCallbacks setAside;
    private final SetAsideDeadlines deadlines;

    SetAsideRounds(SetAsideCallbacks setAside, SetAsideDeadlines deadlines) {
        this.setAside = setAside;
        this.deadlines = deadlines;
    }

    public void runOnce() {
        setAside.setFailedAside();
        deadlines.runOnce();
        setAside.takeUpAgain();
    }
}
