package io.ringback.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/**
 * Writes events with the blocks that they are sealed in, so that {@link ProofFile} can check them where there is no server: a
 * line that says what it is, of each block its events and then the block, and a last line.
 */
@Component
class TrailExport {

    static final String FORM = "ringback-record-1";

    private final Verification verification;
    private final JdbcChain chain;
    private final TrailReader trail;
    private final ObjectMapper json;

    TrailExport(Verification verification, JdbcChain chain, TrailReader trail, ObjectMapper json) {
        this.verification = verification;
        this.chain = chain;
        this.trail = trail;
        this.json = json;
    }

    /** @throws IOException when it cannot be written, or is not wanted to its end */
    void write(CheckedRange range, OutputStream out, BooleanSupplier isWanted) throws IOException {
        var blocks = verification.blocks(range);
        try (var file = new BufferedOutputStream(new GZIPOutputStream(out))) {
            write(blocks, file, isWanted);
        }
    }

    private void write(Verification.Blocks blocks, OutputStream file, BooleanSupplier isWanted) throws IOException {
        var hash = new EventHash(trail.harmless());
        var head = new LinkedHashMap<String, Object>();
        head.put("form", FORM);
        head.put("harmless", new TreeSet<>(trail.harmless().names()));
        line(file, head);
        var number = blocks.before();
        var dropped = chain.state().droppedTo();
        while (number < blocks.last()) {
            for (var block : chain.after(number, 1)) {
                if (!isWanted.getAsBoolean()) {
                    throw new IOException("the right to the file has ended");
                }
                if (block.lastId() > dropped) {
                    for (var event : trail.salted(block.firstId() - 1, block.lastId(), hash)) {
                        ProofLines.write(event.row(), event.salt(), json::writeValueAsBytes, file);
                    }
                }
                line(file, Map.of("block", block, "dropped", block.lastId() <= dropped));
                number = block.number();
            }
        }
        line(file, Map.of("end", blocks.last() - blocks.before()));
    }

    private void line(OutputStream file, Object value) throws IOException {
        file.write(json.writeValueAsBytes(value));
        file.write('\n');
    }
}
