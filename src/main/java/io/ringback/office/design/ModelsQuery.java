package io.ringback.office.design;

import io.ringback.design.DeployedModel;
import io.ringback.design.KindOfModel;
import io.ringback.office.PageOfRows;
import io.ringback.platform.input.Texts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which models somebody wants to see. Whatever is not understood is taken for the usual choice: the addresses are kept as
 * bookmarks.
 *
 * @param q part of a name, a key or a file
 * @param kind the name of a {@link KindOfModel}; all when it is empty
 * @param page the page, from 1
 */
record ModelsQuery(
        @Nullable String q, @Nullable String kind, @Nullable String page) {

    private static final int LONGEST_TEXT = 100;

    public String wanted() {
        return q == null || q.length() > LONGEST_TEXT || !Texts.isPlain(q, false) ? "" : q.strip();
    }

    public @Nullable KindOfModel wantedKind() {
        return Arrays.stream(KindOfModel.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    boolean finds(DeployedModel model) {
        var only = wantedKind();
        return (only == null || model.kind() == only)
                && PageOfRows.finds(wanted(), model.name(), model.key(), model.file());
    }

    int number() {
        return PageOfRows.number(page);
    }

    public String withPage(int number) {
        var only = wantedKind();
        return UriComponentsBuilder.fromPath("/design")
                .queryParam("q", "{q}")
                .queryParam("kind", only == null ? "" : only.name())
                .queryParam("page", number)
                .encode()
                .buildAndExpand(wanted())
                .toUriString();
    }
}
