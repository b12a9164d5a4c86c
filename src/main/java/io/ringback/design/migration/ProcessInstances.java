package io.ringback.design.migration;

import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.util.List;

/** The instances of processes in the engine, for those who move them. */
public interface ProcessInstances {

    /** Those that have not ended, in a fixed order. */
    List<OpenInstance> open(String process, int version);

    /**
     * Makes ready to go this way.
     *
     * @throws NotFound when there is no such process or version
     * @throws InvalidField when an element stands for one that it cannot stand for
     */
    Mover mover(Route route);

    /**
     * The elements of the old version at which instances may wait, each with those of the new one that may stand for it.
     *
     * @throws NotFound when there is no such process or version
     */
    List<MappedElement> elements(String process, int from, int to);

    /** Moves instances on one way. */
    interface Mover {

        /**
         * Looks whether the instance could move, and changes nothing. In a transaction of its own.
         *
         * @throws CannotMove when it cannot
         */
        void examine(OpenInstance instance);

        /** Whether it still runs on the old version. Joins the transaction of the caller. */
        boolean isThere(String instanceId);

        /**
         * Moves it. Joins the transaction of the caller, who has locked the row that it belongs to.
         *
         * @throws CannotMove when it cannot; the transaction is lost then
         */
        void move(OpenInstance instance);
    }
}
