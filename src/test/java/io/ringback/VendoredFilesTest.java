package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the browser libraries in the repository to what their authors published; docs/vendored.md says how to update. */
class VendoredFilesTest {

    private static final Path VENDORED = Path.of("src/main/resources/static/vendor");

    static Stream<Path> libraries() throws IOException {
        try (var folders = Files.list(VENDORED)) {
            return folders.sorted().toList().stream();
        }
    }

    @Test
    void theLibrariesOfTheDeskAreThere() throws IOException {
        assertThat(libraries())
                .extracting(folder -> folder.getFileName().toString())
                .contains("bpmn-js-differ", "camunda-bpmn-js", "dmn-js", "form-js", "idiomorph");
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void eachFileIsWhatTheManifestSays(Path library) throws Exception {
        var expected = new TreeMap<String, String>();
        manifest(library).files().forEach(file -> expected.put(file.path(), file.sha256()));

        var actual = new TreeMap<String, String>();
        for (var file : filesIn(library)) {
            actual.put(file, sha256(library.resolve(file)));
        }

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void eachLibraryComesWithItsLicence(Path library) throws IOException {
        assertThat(manifest(library).licence()).isNotBlank();
        assertThat(library.resolve("LICENSE")).isNotEmptyFile();
    }

    @Test
    void theFormsStillCarryTheMarkTheirLicenceAsksFor() throws IOException {
        assertThat(VENDORED.resolve("form-js/LICENSE")).content().contains("watermark must stay fully visible");
        assertThat(VENDORED.resolve("form-js/form-viewer.umd.js"))
                .content()
                .contains("Powered by bpmn.io", "fjs-powered-by-link");
        assertThat(VENDORED.resolve("form-js/THIRD-PARTY.txt")).content().contains("preact", "dompurify", "flatpickr");
    }

    private static Manifest manifest(Path library) throws IOException {
        return new ObjectMapper().readValue(library.resolve("manifest.json").toFile(), Manifest.class);
    }

    private static List<String> filesIn(Path library) throws IOException {
        try (var files = Files.walk(library)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> library.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.equals("manifest.json"))
                    .collect(Collectors.toList());
        }
    }

    private static String sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private record Manifest(
            String name,
            String version,
            @JsonProperty("package") String npmPackage,
            String licence,
            List<VendoredFile> files) {}

    private record VendoredFile(String path, String sha256) {}
}
