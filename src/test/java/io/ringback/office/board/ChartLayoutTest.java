package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartLayoutTest {

    private static final ChartLayout THREE =
            new ChartLayout(List.of("nine", "ten", "eleven"), List.of("09", "10", "11"), 1, 2);
    private static final double AXIS = ChartLayout.HEIGHT - ChartLayout.BOTTOM;

    @ParameterizedTest
    @CsvSource({
        "0, 4",
        "1, 4",
        "4, 4",
        "5, 8",
        "9, 12",
        "13, 20",
        "21, 40",
        "100, 120",
        "1234, 2000",
        "4000000, 4000000"
    })
    void theAxisEndsAtARoundNumberThatCanBeQuartered(long most, long top) {
        assertThat(ChartLayout.roundTop(most)).isEqualTo(top);
    }

    @Test
    void barsStandOnTheAxisAndAreAsHighAsTheirValue() {
        var bars = THREE.bars(List.of(4L, 0L, 2L), List.of(1L, 0L, 0L)).bars();

        assertThat(bars)
                .hasSize(6)
                .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(AXIS));
        assertThat(bars.get(0).height()).isEqualTo(AXIS - ChartLayout.TOP);
        assertThat(bars.get(2).height()).isZero();
        assertThat(bars.get(4).height()).isEqualTo((AXIS - ChartLayout.TOP) / 2);
        assertThat(bars).extracting(ChartDrawing.Bar::title).contains("nine: 4", "nine: 1", "eleven: 2");
    }

    @Test
    void barsKeepToTheirSide() {
        var bars = THREE.bars(List.of(1L, 1L, 1L), List.of(1L, 1L, 1L)).bars();

        assertThat(bars).allSatisfy(bar -> {
            assertThat(bar.x()).isGreaterThanOrEqualTo(ChartLayout.LEFT);
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(ChartLayout.WIDTH - ChartLayout.RIGHT);
        });
    }

    @Test
    void aLineBreaksOffWhereNothingIsKnown() {
        var drawing = THREE.shares(Arrays.asList(0.5, null, 1.0));

        assertThat(drawing.dots())
                .extracting(ChartDrawing.Dot::title)
                .containsExactly("nine: 50\u00a0%", "eleven: 100\u00a0%");
        assertThat(drawing.line()).matches("M\\S+ \\S+ M\\S+ \\S+");
        assertThat(drawing.ticks())
                .extracting(ChartDrawing.Tick::text)
                .containsExactly("0\u00a0%", "25\u00a0%", "50\u00a0%", "75\u00a0%", "100\u00a0%");
    }

    @Test
    void theLastLabelIsThereWhereThereIsLittleRoom() {
        assertThat(THREE.line(List.of(1L, 2L, 3L)).labels())
                .extracting(ChartDrawing.Label::minor)
                .containsExactly(false, true, false);
    }

    @Test
    void ofLongLabelsOnlyThoseWithRoomAreWritten() {
        var layout = new ChartLayout(THREE.names(), THREE.labels(), 2, 2);

        assertThat(layout.line(List.of(1L, 2L, 3L)).labels())
                .extracting(ChartDrawing.Label::text)
                .containsExactly("09", "11");
    }
}
