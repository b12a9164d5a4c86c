package io.ringback.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.operaton.bpm.engine.RepositoryService;

/** Shipped models with an edit, deployed past the check. */
class EditedModels {

    private final RepositoryService repository;

    EditedModels(RepositoryService repository) {
        this.repository = repository;
    }

    static String shipped(String file) {
        try {
            return Files.readString(Path.of("processes", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An edit that puts one text in the place of another, which must be there. */
    static UnaryOperator<String> replacing(String text, String by) {
        return model -> {
            if (!model.contains(text)) {
                throw new AssertionError("the model does not contain " + text);
            }
            return model.replace(text, by);
        };
    }

    void deploy(String file, UnaryOperator<String> edit) {
        repository
                .createDeployment()
                .name("test")
                .addInputStream(
                        file, new ByteArrayInputStream(edit.apply(shipped(file)).getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }

    /** As it is shipped. */
    void mend(String file) {
        deploy(file, UnaryOperator.identity());
    }
}
