// Sorting: dragging with a pointer and moving with the arrows. Taking and putting down by tap or Enter are the buttons' own clicks.

// Pixels before a press becomes a drag: less is a finger that trembles.
const FAR = 10;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function attend(table, game) {
  let drag = null;
  let dragged = false;

  const binAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-bin]') ?? null;

  function over(bin) {
    if (drag.over === bin) return;
    if (drag.over) delete drag.over.dataset.over;
    if (bin) bin.dataset.over = '';
    drag.over = bin;
  }

  function end(bin) {
    over(null);
    delete drag.sweet.dataset.dragged;
    drag.sweet.style.transform = '';
    drag = null;
    dragged = true;
    setTimeout(() => { dragged = false; });
    game.invokeMethodAsync('Release', bin?.dataset.bin ?? null);
  }

  table.addEventListener('pointerdown', (event) => {
    const sweet = event.target.closest('[data-piece]');
    if (sweet && event.isPrimary && event.button === 0) drag = { sweet, x: event.clientX, y: event.clientY, moving: false, over: null };
  });

  table.addEventListener('pointermove', (event) => {
    if (!drag || !event.isPrimary) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moving && Math.hypot(x, y) < FAR) return;
    if (!drag.moving) {
      drag.moving = true;
      drag.sweet.dataset.dragged = '';
      drag.sweet.setPointerCapture(event.pointerId);
      game.invokeMethodAsync('Lift', drag.sweet.dataset.piece);
    }
    drag.sweet.style.transform = `translate(${x}px, ${y}px)`;
    over(binAt(event));
  });

  table.addEventListener('pointerup', (event) => {
    if (drag?.moving && event.isPrimary) end(binAt(event));
    else drag = null;
  });

  table.addEventListener('pointercancel', () => {
    if (drag?.moving) end(null);
    drag = null;
  });

  // The click that follows a drag is its end, not a tap.
  table.addEventListener('click', (event) => {
    if (dragged) { event.stopPropagation(); event.preventDefault(); }
  }, true);

  table.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape') game.invokeMethodAsync('Release', null);
    const step = STEPS[event.key];
    const buttons = [...(event.target.closest('.tray, .bins')?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(event.target);
    if (!step || here < 0) return;
    event.preventDefault();
    // How many stand side by side is the style sheet's choice.
    const top = buttons[0].offsetTop;
    const columns = buttons.filter((button) => button.offsetTop === top).length;
    buttons[here + step[0] + step[1] * columns]?.focus();
  });
}
