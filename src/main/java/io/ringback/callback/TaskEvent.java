package io.ringback.callback;

import java.util.Map;
import java.util.UUID;

/** What happens to the tasks that the process of a callback has for a back office; none of it changes the callback. */
public final class TaskEvent {

    private TaskEvent() {}

    /** The change of the callback, of which only this is told. */
    public static Change on(Callback callback, CallbackEvent.Told event) {
        return callback.to(callback, event);
    }

    /**
     * A task of the process.
     *
     * @param element its id in the drawing
     * @param name as it is drawn
     */
    public record Task(UUID id, String element, String name) {

        private Map<String, String> details() {
            return Map.of("taskId", id.toString(), "task", element, "taskName", name);
        }
    }

    /** The process waits for it. */
    public record TaskOpened(Task task) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return task.details();
        }
    }

    /** Somebody does it now. */
    public record TaskClaimed(Task task) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return task.details();
        }
    }

    /** Whoever was to do it has given it back. */
    public record TaskReleased(Task task) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return task.details();
        }
    }

    /** It is done; what was answered is kept apart from the trail. */
    public record TaskCompleted(Task task) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return task.details();
        }
    }
}
