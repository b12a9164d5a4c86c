package io.ringback.simulator;

import io.ringback.account.DemoAccounts;
import io.ringback.platform.problem.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The buttons of the demo, for whoever sits at the server's own machine, signed in or not: they do nothing but what the
 * demo accounts could do, whose password everybody knows.
 */
@Controller
@WithSimulator
@RequestMapping("/simulator")
class SimulatorPageController {

    private final Simulator simulator;
    private final DemoAccounts accounts;

    SimulatorPageController(Simulator simulator, DemoAccounts accounts) {
        this.simulator = simulator;
        this.accounts = accounts;
    }

    @ModelAttribute
    void refuseStrangers(HttpServletRequest request) {
        if (!SimulatorOnPages.isLocal(request)) {
            throw new Forbidden("The simulator takes orders from the server's own machine only.");
        }
    }

    /** The same as at the sign-in, for whoever has signed in. */
    @GetMapping
    String page(@Nullable Principal signedIn, Model model) {
        if (signedIn == null) {
            return "redirect:/login";
        }
        model.addAttribute("demoAccounts", accounts.open());
        model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
        return "simulator/page";
    }

    /** @param answer what the telephone is to do when it is called; empty: anything */
    @PostMapping("/caller")
    String oneCaller(@RequestParam(required = false) @Nullable Answer answer, @Nullable Principal signedIn) {
        return after(() -> simulator.oneCaller(answer), "caller", signedIn);
    }

    @PostMapping("/callers")
    String letCallersCome(@RequestParam @Min(Rate.LEAST) @Max(Rate.MOST) int rate, @Nullable Principal signedIn) {
        return after(() -> simulator.letCallersCome(new Rate(rate)), "coming", signedIn);
    }

    @PostMapping("/stop")
    String stop(@Nullable Principal signedIn) {
        return after(() -> simulator.letCallersCome(null), "stopped", signedIn);
    }

    @PostMapping("/colleagues")
    String colleagues(@RequestParam boolean working, @Nullable Principal signedIn) {
        return after(() -> simulator.letColleaguesWork(working), working ? "working" : "home", signedIn);
    }

    @PostMapping("/clear")
    String clear(@Nullable Principal signedIn) {
        return after(simulator::clear, () -> simulator.isAllGone() ? "cleared" : "partly", signedIn);
    }

    private String after(Runnable order, String told, @Nullable Principal signedIn) {
        return after(order, () -> told, signedIn);
    }

    /** What the server refuses the simulator is told on the page. */
    private String after(Runnable order, Supplier<String> told, @Nullable Principal signedIn) {
        var page = signedIn == null ? "/login" : "/simulator";
        return "redirect:%s?told=%s".formatted(page, simulator.attempt(order) ? told.get() : "failed");
    }
}
