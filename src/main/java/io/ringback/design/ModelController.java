package io.ringback.design;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is deployed. */
@RestController
@RequestMapping("/api/v1/processes")
class ModelController {

    private final DeployedVersions versions;

    ModelController(DeployedVersions versions) {
        this.versions = versions;
    }

    record Models(List<DeployedModel> items) {}

    record Elements(List<WaitingElement> items) {}

    /** The newest version of each process, decision and form; {@code running} counts open instances over all versions. */
    @GetMapping
    Models newest() {
        return new Models(versions.newest());
    }

    /** All versions of one, the newest first. */
    @GetMapping("/{key}/versions")
    Models all(@PathVariable String key) {
        return new Models(versions.all(key));
    }

    /**
     * The file byte for byte as it was deployed; a form is JSON. It comes as a download: browsers would run what stands in
     * some XML.
     */
    @GetMapping("/{key}/versions/{version}/xml")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_XML_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))
            })
    ResponseEntity<byte[]> file(@PathVariable String key, @PathVariable int version) {
        var file = versions.file(key, version);
        var form = file.kind() == KindOfModel.FORM;
        return ResponseEntity.ok()
                .contentType(form ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .eTag(DigestUtils.md5DigestAsHex(file.content()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(file.content());
    }

    /** How many open instances wait at each element of a process now. */
    @GetMapping("/{key}/versions/{version}/elements")
    Elements elements(@PathVariable String key, @PathVariable int version) {
        return new Elements(versions.elements(key, version));
    }
}
