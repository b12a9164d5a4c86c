/** Copies what a field holds; it stays marked, to be copied by hand where neither way is allowed. */
export async function copyText(field) {
    field.select();
    try {
        await navigator.clipboard.writeText(field.value);
    } catch {
        document.execCommand('copy'); // on plain HTTP browsers keep the clipboard to themselves
    }
}
