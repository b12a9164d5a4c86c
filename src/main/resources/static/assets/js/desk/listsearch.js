// Where an agent has many lists, a field above them leaves those with these words in their names.

/** Listens for what is typed; once per window. */
export function startListSearch() {
    document.addEventListener('input', ({target}) => target.id === 'list-search' && searchLists());
}

/** To be called after each drawing, too, which shows all. */
export function searchLists() {
    const field = document.getElementById('list-search');
    const words = (field?.value ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const list of document.querySelectorAll('#lists .list')) {
        const name = list.querySelector('.list-name').textContent.toLocaleLowerCase();
        list.hidden = !words.every((word) => name.includes(word));
        found += list.hidden ? 0 : 1;
    }
    const none = document.getElementById('list-search-none');
    if (none) {
        none.hidden = found > 0;
    }
}
