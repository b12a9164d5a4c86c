package io.ringback.design;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.web.ApiAddresses;
import io.ringback.platform.web.BodyLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The drafts, for designers: each writes its own, and reads those of all. */
@RestController
@RequestMapping("/api/v1/processes/drafts")
class DraftController {

    private final Drafts drafts;
    private final DraftViews views;
    private final ModelCatalogue catalogue;

    DraftController(Drafts drafts, DraftViews views, ModelCatalogue catalogue) {
        this.drafts = drafts;
        this.views = views;
        this.catalogue = catalogue;
    }

    @GetMapping
    Items all() {
        return new Items(views.all());
    }

    /** Begins one from a deployed version, or from a file; its file may be wrong, but it must be well-formed. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DraftView> create(@RequestBody @Valid NewDraft request, Principal caller) {
        var made = request.basedOn() == null ? fromFile(request, caller) : fromVersion(request, caller);
        return ResponseEntity.created(ApiAddresses.at("/api/v1/processes/drafts/" + made.id()))
                .body(view(made.id()));
    }

    private Draft fromFile(NewDraft request, Principal caller) {
        if (request.file() == null || request.content() == null) {
            throw new InvalidField(
                    request.file() == null ? "file" : "content", "is needed, unless basedOn names a deployed version");
        }
        return drafts.create(caller.getName(), request.file(), request.content(), null, null);
    }

    private Draft fromVersion(NewDraft request, Principal caller) {
        var basedOn = request.basedOn();
        if (basedOn == null || request.file() != null || request.content() != null) {
            throw new InvalidField("file", "must be left out where basedOn names a deployed version");
        }
        var base = catalogue
                .file(basedOn.key(), basedOn.version())
                .orElseThrow(() -> new NotFound("No model with this key and version was deployed."));
        return drafts.create(
                caller.getName(), base.name(), new String(base.content(), UTF_8), basedOn.key(), basedOn.version());
    }

    @GetMapping("/{id}")
    WithContent one(@PathVariable UUID id) {
        var draft = drafts.get(id);
        return new WithContent(view(id), draft.content());
    }

    /** What has happened around it, without its content: for who has it open. */
    @GetMapping("/{id}/news")
    DraftView news(@PathVariable UUID id) {
        return view(id);
    }

    /** Saves it, and answers with the revision to save on next. */
    @PutMapping("/{id}")
    DraftView save(@PathVariable UUID id, @RequestBody @Valid SavedDraft request, Principal caller) {
        drafts.save(id, caller.getName(), request.content(), request.revision());
        return view(id);
    }

    /** Deletes it; it can be restored for seven days. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Principal caller) {
        drafts.delete(id, caller.getName());
    }

    @PostMapping("/{id}/restore")
    DraftView restore(@PathVariable UUID id, Principal caller) {
        drafts.restore(id, caller.getName());
        return view(id);
    }

    /** The file, to be kept. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var draft = drafts.get(id);
        var disposition =
                ContentDisposition.attachment().filename(draft.file(), UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(draft.content().getBytes(UTF_8));
    }

    private DraftView view(UUID id) {
        return views.find(id).orElseThrow(() -> new NotFound("There is no draft with this id."));
    }

    record Items(List<DraftView> items) {}

    record WithContent(@JsonUnwrapped DraftView draft, String content) {}

    /** Either the version of a model, or a file. */
    record NewDraft(
            @Nullable @Valid BasedOn basedOn,
            @Nullable @PlainText(max = 200) String file,
            @Nullable String content) {

        /** Without the content. */
        @Override
        public String toString() {
            return "NewDraft[file=%s]".formatted(file);
        }
    }

    record BasedOn(
            @NotBlank @PlainText(max = 255) String key,
            @NotNull @Min(1) Integer version) {}

    record SavedDraft(
            @NotNull String content, @NotNull @Min(1) Integer revision) {

        /** Without the content. */
        @Override
        public String toString() {
            return "SavedDraft[revision=%s]".formatted(revision);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Limits {

        /** A file of 1 MiB, of which each character may take more than one in JSON. */
        private static final DataSize LARGEST = DataSize.ofMegabytes(3);

        @Bean
        BodyLimit newDraft() {
            return new BodyLimit("/api/v1/processes/drafts", LARGEST);
        }

        @Bean
        BodyLimit savedDraft() {
            return new BodyLimit("/api/v1/processes/drafts/{id}", LARGEST);
        }
    }
}
