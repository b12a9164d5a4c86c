package io.ringback.simulator;

import io.ringback.account.DemoAccounts;
import io.ringback.platform.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
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

    @PostMapping("/caller")
    String oneCaller(@Nullable Principal signedIn) {
        simulator.oneCaller();
        return back(signedIn, "caller");
    }

    @PostMapping("/callers")
    String letCallersCome(@RequestParam @Min(Rate.LEAST) @Max(Rate.MOST) int rate, @Nullable Principal signedIn) {
        simulator.letCallersCome(new Rate(rate));
        return back(signedIn, "coming");
    }

    @PostMapping("/stop")
    String stop(@Nullable Principal signedIn) {
        simulator.letCallersCome(null);
        return back(signedIn, "stopped");
    }

    @PostMapping("/colleagues")
    String colleagues(@RequestParam boolean working, @Nullable Principal signedIn) {
        simulator.letColleaguesWork(working);
        return back(signedIn, working ? "working" : "home");
    }

    @PostMapping("/clear")
    String clear(@Nullable Principal signedIn) {
        return back(signedIn, simulator.clear() ? "cleared" : "partly");
    }

    private static String back(@Nullable Principal signedIn, String told) {
        return "redirect:%s?told=%s".formatted(signedIn == null ? "/login" : "/simulator", told);
    }
}
