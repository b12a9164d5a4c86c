package io.ringback.process;

import io.ringback.platform.database.DeskNews;
import io.ringback.platform.database.DeskSignal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells every node that models have been deployed, so that none goes on with what it remembers of older ones. */
@Component
class ModelNews {

    private final DeskSignal line;
    private final ApplicationEventPublisher events;

    ModelNews(DeskSignal line, ApplicationEventPublisher events) {
        this.line = line;
        this.events = events;
        line.listen(this::heard);
    }

    /** It is so with the current transaction. */
    void changed() {
        line.tell(DeskNews.Kind.MODELS, "");
    }

    private void heard(DeskNews news) {
        if (news.kind() == DeskNews.Kind.MODELS || news.kind() == DeskNews.Kind.ANYTHING) {
            events.publishEvent(new ModelsReloaded());
        }
    }
}
