// Slides a [data-piece] over the page and says over which [data-place] it is let go. A press without a slide stays a press:
// the same piece is then taken and put down by two presses.
const SLIDE = 8; // px. Less is a finger that trembles.

export function attach(board, game) {
  board.addEventListener('pointerdown', (down) => {
    const piece = down.target.closest('[data-piece]');
    if (!piece || down.button !== 0) return;
    let slid = false;
    const move = (event) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      slid ||= Math.hypot(x, y) > SLIDE;
      if (!slid) return;
      piece.classList.add('piece-slid');
      piece.style.translate = `${x}px ${y}px`;
    };
    const end = (event) => {
      piece.removeEventListener('pointermove', move);
      piece.removeEventListener('pointerup', end);
      piece.removeEventListener('pointercancel', end);
      if (!slid) return;
      piece.style.translate = '';
      const place = event.type === 'pointerup' && document.elementsFromPoint(event.clientX, event.clientY).map((e) => e.closest('[data-place]')).find(Boolean);
      piece.classList.remove('piece-slid');
      // The click that follows a slide is no press.
      const swallow = (click) => { click.stopPropagation(); click.preventDefault(); };
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50);
      if (place) game.invokeMethodAsync('Dropped', place.dataset.place);
    };
    piece.setPointerCapture(down.pointerId);
    piece.addEventListener('pointermove', move);
    piece.addEventListener('pointerup', end);
    piece.addEventListener('pointercancel', end);
  });
}
