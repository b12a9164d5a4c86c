package io.ringback.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Looks for what does not fit: to be scrolled sideways, cut off, or under something else. */
final class Layout {

    private static final String FAULTS = """
            () => {
                const faults = [];
                const modal = document.querySelector('dialog:modal');
                const root = modal ?? document.body;
                const name = element => `<${element.tagName.toLowerCase()} id="${element.id}" class="${element.className}"> `
                    + `"${(element.innerText ?? '').slice(0, 40).replaceAll('\\n', ' ')}"`;
                // Diagrams are moved about in their frames, and wide tables of decisions scrolled there.
                const hidden = element => element.closest('.visually-hidden, .skip, audio, [inert], .model-viewer')
                    || !element.checkVisibility({visibilityProperty: true, opacityProperty: true});
                const apart = element => {
                    for (let each = element; each; each = each.parentElement) {
                        if (['fixed', 'sticky'].includes(getComputedStyle(each).position) || each.popover) {
                            return each;
                        }
                    }
                    return null;
                };
                // What is scrolled out of its list is seen nowhere.
                const seen = element => {
                    let {left, right, top, bottom} = element.getBoundingClientRect();
                    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
                        if (getComputedStyle(each).overflowY === 'auto') {
                            const box = each.getBoundingClientRect();
                            [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
                        }
                    }
                    return {left, right, top, bottom};
                };
                const page = document.scrollingElement;
                if (page.scrollWidth > innerWidth) {
                    faults.push(`the page is ${page.scrollWidth} px wide`);
                }
                const desk = document.querySelector('.desk-page .columns');
                if (desk && getComputedStyle(document.querySelector('#main')).overflowY === 'auto' && page.scrollHeight > innerHeight) {
                    faults.push(`the page is ${page.scrollHeight} px high, though lists and case are scrolled apart`);
                }
                const all = [...root.querySelectorAll('*')].filter(element => !(element instanceof SVGElement) && !hidden(element));
                for (const element of all) {
                    const style = getComputedStyle(element);
                    const box = element.getBoundingClientRect();
                    const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                    if (hasText && (box.left < -1 || box.right > innerWidth + 1)) {
                        faults.push(`off the side: ${name(element)}`);
                    }
                    // A field of one line scrolls what is typed into it, and one to choose several from scrolls those.
                    const clips = value => (value === 'hidden' || value === 'clip') && !element.matches('input, select[multiple]');
                    if (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1
                        || clips(style.overflowY) && element !== document.body && element.scrollHeight > element.clientHeight + 1) {
                        faults.push(`cut off: ${name(element)}`);
                    }
                    if (style.overflowX === 'auto' && element.scrollWidth > element.clientWidth + 1) {
                        faults.push(`scrolled sideways: ${name(element)}`);
                    }
                }
                const controls = all.filter(element => element.matches('button, a[href], input, select, textarea')
                    && !element.closest('.fjs-container') && element.getClientRects().length > 0);
                for (const [index, one] of controls.entries()) {
                    for (const other of controls.slice(index + 1)) {
                        const [a, b] = [seen(one), seen(other)];
                        const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
                        if (over && apart(one) === apart(other) && !one.contains(other) && !other.contains(one)) {
                            faults.push(`over each other: ${name(one)} and ${name(other)}`);
                        }
                    }
                }
                return faults;
            }""";

    private Layout() {}

    /** Fails with a list of what does not fit on the page as it is now. */
    static void check(String state, Page page) {
        var faults = (List<?>) page.evaluate(FAULTS);
        if (!faults.isEmpty()) {
            var size = page.viewportSize();
            throw new AssertionError("%s does not fit into %d × %d:%n%s"
                    .formatted(
                            state,
                            size.width,
                            size.height,
                            faults.stream().map("  %s%n"::formatted).collect(java.util.stream.Collectors.joining())));
        }
    }
}
