package io.ringback.office.design;

import java.util.UUID;

/** Where pages get the content of models, to show it. */
final class FileAddresses {

    private FileAddresses() {}

    static String ofVersion(String key, int version) {
        return "/api/v1/processes/%s/versions/%s/xml".formatted(key, version);
    }

    static String ofDraft(UUID id) {
        return "/api/v1/processes/drafts/%s/file".formatted(id);
    }

    /** Of one that waits for a second person. */
    static String ofRequest(UUID id, String file) {
        return "/api/v1/processes/approvals/%s/files/%s".formatted(id, file);
    }
}
