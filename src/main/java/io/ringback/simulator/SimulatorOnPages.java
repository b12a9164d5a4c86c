package io.ringback.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page know that there is a simulator, if whoever looks at it sits at the server's own machine. */
@ControllerAdvice(annotations = Controller.class)
@WithSimulator
class SimulatorOnPages {

    private final Simulator simulator;

    SimulatorOnPages(Simulator simulator) {
        this.simulator = simulator;
    }

    @ModelAttribute("simulator")
    @Nullable
    Simulator simulator(HttpServletRequest request) {
        return isLocal(request) ? simulator : null;
    }

    static boolean isLocal(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
