// Slides a [data-piece] over [data-place]s and says where it is let go. Presses and keys are the buttons' own clicks.
const FAR = 8; // px. Less is a finger that trembles.

export function attend(board, field) {
  let slide = null;
  let slid = false;

  const over = (place) => {
    if (slide.over === place) return;
    if (slide.over) delete slide.over.dataset.over;
    if (place) place.dataset.over = '';
    slide.over = place;
  };

  const placeAt = (event) => document.elementsFromPoint(event.clientX, event.clientY)
    .filter((element) => board.contains(element) && !slide.moved.contains(element))
    .map((element) => element.closest('[data-place]')).find((place) => place && place !== slide.moved) ?? null;

  function end(place) {
    over(null);
    slide.moved.style.translate = '';
    delete slide.moved.dataset.slid;
    const { piece } = slide;
    slide = null;
    slid = true;
    setTimeout(() => { slid = false; });
    if (place) field.invokeMethodAsync('Dropped', piece, place.dataset.place);
  }

  board.addEventListener('pointerdown', (event) => {
    const piece = event.target.closest('[data-piece]');
    if (!piece || piece.disabled || !event.isPrimary || event.button !== 0) return;
    // A finger on the words scrolls the page; on the grip it takes the piece.
    if (event.pointerType === 'touch' && !event.target.closest('.grip')) return;
    slide = { piece: piece.dataset.piece, moved: piece.closest('li') ?? piece, x: event.pageX, y: event.pageY, moving: false, over: null };
  });

  board.addEventListener('pointermove', (event) => {
    if (!slide || !event.isPrimary) return;
    const [x, y] = [event.pageX - slide.x, event.pageY - slide.y];
    if (!slide.moving && Math.hypot(x, y) < FAR) return;
    if (!slide.moving) {
      slide.moving = true;
      slide.moved.dataset.slid = '';
      board.setPointerCapture(event.pointerId);
    }
    slide.moved.style.translate = `${x}px ${y}px`;
    over(placeAt(event));
    // Near an edge of the window, the page follows.
    if (event.clientY < 60) scrollBy(0, -12);
    else if (event.clientY > innerHeight - 110) scrollBy(0, 12);
  });

  board.addEventListener('pointerup', (event) => {
    if (slide?.moving && event.isPrimary) end(placeAt(event));
    else slide = null;
  });

  board.addEventListener('pointercancel', () => {
    if (slide?.moving) end(null);
    slide = null;
  });

  // The click that follows a slide is its end, not a press.
  board.addEventListener('click', (event) => {
    if (slid) { event.stopPropagation(); event.preventDefault(); }
  }, true);
}

/** One Tab stop for many buttons: the arrows go from one to the next, up and down to the nearest of the line above or below. */
export function rove(group) {
  const all = () => [...group.querySelectorAll('button')];
  const go = (button) => {
    if (!button) return;
    all().forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
    button.focus();
  };

  group.addEventListener('focusin', (event) => {
    const button = event.target.closest('button');
    if (button && button.tabIndex < 0) all().forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
  });

  group.addEventListener('keydown', (event) => {
    const buttons = all();
    const here = buttons.indexOf(event.target);
    if (here < 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const middle = (button) => { const box = button.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };
    const line = (down) => {
      const [x, y] = middle(event.target);
      const beyond = buttons.map((button) => [button, ...middle(button)]).filter(([, , top]) => (down ? top - y : y - top) > 10);
      const next = down ? Math.min(...beyond.map(([, , top]) => top)) : Math.max(...beyond.map(([, , top]) => top));
      return beyond.filter(([, , top]) => Math.abs(top - next) < 5).sort((one, other) => Math.abs(one[1] - x) - Math.abs(other[1] - x))[0]?.[0];
    };
    const moves = { ArrowRight: () => buttons[here + 1], ArrowLeft: () => buttons[here - 1], ArrowDown: () => line(true), ArrowUp: () => line(false), Home: () => buttons[0], End: () => buttons.at(-1) };
    if (!moves[event.key]) return;
    event.preventDefault();
    go(moves[event.key]());
  });
}
