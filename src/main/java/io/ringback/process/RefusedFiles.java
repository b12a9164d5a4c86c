package io.ringback.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** The files of this node's folders that were refused when it started, and what turned out not to work since. */
@Component
class RefusedFiles {

    private final Map<String, String> files = new ConcurrentSkipListMap<>();

    void clear() {
        files.clear();
    }

    void add(String folder, String file, String why) {
        files.put(folder + "/" + file, why);
    }

    void remove(String folder, String file) {
        files.remove(folder + "/" + file);
    }

    /** With their folders. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }
}
