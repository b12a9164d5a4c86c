package io.ringback.platform.problem;

import java.time.Instant;
import java.util.List;
import org.springframework.http.ProblemDetail;

/** A time that cannot be: 422, with those next to it that can. */
public class TimeRefused extends InvalidField {

    private static final long serialVersionUID = 1L;

    private final boolean outsideHours;
    private final transient List<Instant> nearest;
    private final boolean mayInsist;

    /**
     * @param code see {@link FieldError}
     * @param outsideHours whether only the calling hours are in its way
     * @param mayInsist whether it is kept when it is insisted on
     */
    public TimeRefused(
            String field, String message, String code, boolean outsideHours, List<Instant> nearest, boolean mayInsist) {
        super(field, message, code);
        this.outsideHours = outsideHours;
        this.nearest = List.copyOf(nearest);
        this.mayInsist = mayInsist;
    }

    public ProblemDetail problem() {
        var invalid = Problems.invalid(errors());
        var problem =
                outsideHours ? ProblemType.OUTSIDE_HOURS.withDetail(String.valueOf(invalid.getDetail())) : invalid;
        problem.setProperty("errors", errors());
        problem.setProperty("nearest", nearest);
        problem.setProperty("mayInsist", mayInsist);
        return problem;
    }
}
