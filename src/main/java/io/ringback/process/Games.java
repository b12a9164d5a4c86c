package io.ringback.process;

import io.ringback.process.check.PlayedCheck;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.trial.PlayedModels;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has the check play. */
@Component
class Games implements PlayedCheck {

    private final PlayedModels models;

    Games(PlayedModels models) {
        this.models = models;
    }

    @Override
    public List<Finding> play(Map<String, byte[]> files) {
        return models.play(files).stream()
                .map(found -> Finding.error(found.file(), found.elementId(), Rule.PLAYED, found.message()))
                .toList();
    }
}
