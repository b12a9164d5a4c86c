// The policy of our pages lets scripts set styles, but takes no style attribute in markup and no style element. Vendors write
// some of their own with these: attributes are taken out of their markup and set by script behind it, and what they would
// put into a style element goes into a sheet made by script. So the policy need not be loosened for any page.

const ATTRIBUTE = /(<[a-z][^<>]*?\s)style=(?:"([^"]*)"|'([^']*)')/g;
const MARK = 'data-style-of-vendor';

/** Style elements that scripts make become sheets, from now on; to be called before a vendor's script runs. */
export function sheetsByScript() {
    const native = document.createElement.bind(document);
    document.createElement = (name, options) => (String(name).toLowerCase() === 'style' ? sheet(native('meta')) : native(name, options));
}

/** Style attributes in markup that scripts write are set by script, from now on. */
export function attributesByScript() {
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

// Stands in the page where the style element would.
function sheet(placeholder) {
    const rules = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    Object.defineProperty(placeholder, 'textContent', {
        get: () => [...rules.cssRules].map(({cssText}) => cssText).join('\n'),
        set(words) {
            rules.replaceSync(words);
        },
    });
    return placeholder;
}
