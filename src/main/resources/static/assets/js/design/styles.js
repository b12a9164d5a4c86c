// The policy of our pages lets scripts set styles, but no style attribute in markup. Vendors write some of their own
// markup with such attributes: they are taken out before it is read, and set by script behind it, so that the policy
// need not be loosened for the page.

const ATTRIBUTE = /(<[a-z][^<>]*?\s)style=(?:"([^"]*)"|'([^']*)')/g;
const MARK = 'data-style-of-vendor';

/** From now on, for the whole page; to be called before a vendor's script runs. */
export function styleByScript() {
    const native = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    Object.defineProperty(Element.prototype, 'innerHTML', {
        ...native,
        set(markup) {
            const words = String(markup);
            native.set.call(this, words.replace(ATTRIBUTE, (whole, before, one, other) => `${before}${MARK}="${one ?? other}"`));
            if (words.includes('style=')) {
                this.querySelectorAll(`[${MARK}]`).forEach((element) => {
                    element.style.cssText = element.getAttribute(MARK);
                    element.removeAttribute(MARK);
                });
            }
        },
    });
}
